{{%AUTOESCAPE context="HTML"}}<article class="error-page">
<p class="error-status num" aria-hidden="true">{{STATUS}}</p>
<h1>{{HEADLINE}}</h1>
<p class="lead">{{EXPLAIN}}</p>
{{#SAY_SHOWN}}<p class="error-say">{{SAY}}</p>{{/SAY_SHOWN}}
<div class="error-do">
<h2>您可以这样做</h2>
<p>{{WHAT_TO_DO}}</p>
</div>
<p class="btn-row">{{#SIGN_IN}}<a class="btn" href="{{SIGN_IN_URL}}">去登录</a> {{/SIGN_IN}}<a class="btn{{#SIGN_IN}} btn-second{{/SIGN_IN}}" href="/">回到首页</a> <a class="btn btn-second" href="/progress">查办件进度</a></p>
<p class="hint">如果打电话询问，请报这个编号：<span class="num">{{REQUEST_ID}}</span></p>
</article>
