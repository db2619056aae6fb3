{{%AUTOESCAPE context="HTML"}}<h1>查进度、看答复</h1>
<p class="lead">编号和查询码都在提交以后的页面上，也印在回执上。扫二维码可以直接看到。</p>
{{>FORM_ERRORS}}
<form class="sign" method="post" action="{{ACTION}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#NUMBER_WRONG}} is-wrong{{/NUMBER_WRONG}}"><label for="f-number">编号</label>
<p class="field-help" id="f-number-help">例如 {{EXAMPLE}}</p>
{{#NUMBER_WRONG}}<p class="field-wrong" id="f-number-wrong">{{NUMBER_MESSAGE}}</p>{{/NUMBER_WRONG}}
<input type="text" id="f-number" name="number" class="w-l num" value="{{NUMBER_VALUE}}" autocapitalize="characters" spellcheck="false" autocomplete="off" aria-describedby="f-number-help" required></div>
<div class="field{{#CODE_WRONG}} is-wrong{{/CODE_WRONG}}"><label for="f-code">查询码</label>
<p class="field-help" id="f-code-help">6 位数字</p>
{{#CODE_WRONG}}<p class="field-wrong" id="f-code-wrong">{{CODE_MESSAGE}}</p>{{/CODE_WRONG}}
<input type="text" id="f-code" name="code" class="w-s num" value="{{CODE_VALUE}}" inputmode="numeric" autocomplete="off" aria-describedby="f-code-help" required></div>
<button class="btn" type="submit" data-busy="正在查询…">查询</button>
</form>
