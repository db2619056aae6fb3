{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/credit">失信记录</a></li><li aria-current="page">登记修复</li></ol></nav>
<article class="confirm">
<h1>登记信用修复</h1>
<dl class="facts"><div><dt>申请人</dt><dd>{{APPLICANT}}　<span class="num">{{APPLICANT_ID}}</span></dd></div>
<div><dt>办件</dt><dd>{{NAME}}　<a class="num" href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a></dd></div>
<div><dt>记录的理由</dt><dd>{{REASON}}</dd></div>
<div><dt>记录时间</dt><dd>{{AT}}</dd></div></dl>
{{#DONE}}<div class="note note-ok"><p>这条记录已经修复：{{REPAIRED_AT}}，{{REPAIRED_BY}}。</p><p>{{REPAIR_REASON}}</p></div>
<p class="btn-row"><a class="btn btn-second" href="/desk/credit">返回</a></p>{{/DONE}}
{{#OPEN}}{{>FORM_ERRORS}}
<form method="post" action="/desk/credit/{{RECORD_ID}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#REASON_WRONG}} is-wrong{{/REASON_WRONG}}"><label for="f-reason">怎样纠正的、依据是什么（会告诉申请人）<span class="req">必填</span></label>{{#REASON_WRONG}}<p class="field-wrong" id="f-reason-wrong">{{REASON_MESSAGE}}</p>{{/REASON_WRONG}}<textarea id="f-reason" name="reason" rows="4" maxlength="2000"{{#REASON_WRONG}} aria-invalid="true" aria-describedby="f-reason-wrong"{{/REASON_WRONG}}>{{REASON_VALUE:p}}</textarea></div>
<p class="hint">谁、什么时候、为什么登记，都会记录。</p>
<p class="btn-row"><button class="btn" type="submit" data-busy="正在登记…">登记修复</button> <a class="btn btn-second" href="/desk/credit">不登记，返回</a></p>
</form>{{/OPEN}}
</article>
