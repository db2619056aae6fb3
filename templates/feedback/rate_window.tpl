{{%AUTOESCAPE context="HTML"}}<div class="rate-screen">
<p class="rate-screen-window"><span class="num">{{CODE}}</span> {{NAME}}</p>
{{#IDLE}}<h1>欢迎您</h1><p class="lead">办完事，请在这里评一评。</p>{{/IDLE}}
{{#THANKS}}<h1>谢谢您的评价</h1><p class="lead" role="status">已经记下了。</p>{{/THANKS}}
{{#FORM}}<h1>这次服务，您满意吗？</h1>
<form method="post" action="/rate/window/{{CODE}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="token" value="{{TOKEN}}">
{{#LEVEL_ROW}}<button class="rate-key rate-choice-{{LEVEL}}" type="submit" name="level" value="{{LEVEL}}">{{LEVEL_NAME}}</button>
{{/LEVEL_ROW}}</form>
<p class="hint">不记姓名。窗口人员看不到是谁评的。想多说几句，请扫回执上的二维码。</p>{{/FORM}}
</div>
