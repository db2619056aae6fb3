{{%AUTOESCAPE context="HTML"}}<h1>证照核验</h1>
<p>输入证照上的编号，看它是不是真的、现在还管不管用。</p>
{{>FORM_ERRORS}}
{{#FOUND}}<section class="note note-info" role="status" aria-labelledby="found-h"><h2 id="found-h">{{NAME}}</h2>
<dl class="facts">
<div><dt>状态</dt><dd><span class="tag {{TAG_CLASS}}">{{TAG}}</span>{{#LIFE_SAID}} {{LIFE_SAY}}{{/LIFE_SAID}}</dd></div>
<div><dt>编号</dt><dd class="num">{{NUMBER}}</dd></div>
<div><dt>持证人</dt><dd>{{HOLDER}}</dd></div>
<div><dt>发证机关</dt><dd>{{DEPT_NAME}}</dd></div>
<div><dt>有效期</dt><dd>{{LIFE_SPAN}}</dd></div>
</dl></section>{{/FOUND}}
<form class="sign" method="post" action="/verify" novalidate><input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#NUMBER_WRONG}} is-wrong{{/NUMBER_WRONG}}"><label for="f-number">证照编号<span class="req">必填</span></label>
<p class="field-help" id="f-number-help">例如：（市监）证字〔2026〕第00001号</p>
{{#NUMBER_WRONG}}<p class="field-wrong" id="f-number-wrong">{{NUMBER_MESSAGE}}</p>{{/NUMBER_WRONG}}<input type="text" id="f-number" name="number" value="{{NUMBER_VALUE}}" maxlength="100" required autocomplete="off" aria-describedby="f-number-help{{#NUMBER_WRONG}} f-number-wrong{{/NUMBER_WRONG}}"></div>
<button class="btn" type="submit">核验</button>
</form>
<p class="hint">为了保护个人信息，这里不显示持证人的全名和证件号码。</p>
