{{%AUTOESCAPE context="HTML"}}<article class="confirm">
<h1>要撤回这件申请吗？</h1>
<p class="lead">{{NAME}}，编号 <span class="num">{{SHORT_NO}}</span>。</p>
{{>FORM_ERRORS}}
<div class="note note-warn"><p>撤回后这件申请就结束了，不能恢复；以后想办可以重新申请。如果只是想改内容，请等预审或窗口告诉您要改什么，不用撤回。</p></div>
<form method="post" action="{{URL}}/withdraw" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="version" value="{{VERSION}}">
<div class="field{{#REASON_WRONG}} is-wrong{{/REASON_WRONG}}"><label for="f-reason">撤回的原因<span class="req">必填</span></label>
<p class="field-help" id="f-reason-help">写一句就可以，例如：情况有变，暂时不办了。</p>
{{#REASON_WRONG}}<p class="field-wrong" id="f-reason-wrong">{{REASON_MESSAGE}}</p>{{/REASON_WRONG}}
<textarea id="f-reason" name="reason" rows="3" aria-describedby="f-reason-help{{#REASON_WRONG}} f-reason-wrong{{/REASON_WRONG}}"{{#REASON_WRONG}} aria-invalid="true"{{/REASON_WRONG}}>{{REASON_VALUE:p}}</textarea></div>
<p class="btn-row"><button class="btn btn-danger" type="submit" data-busy="正在撤回…">确定撤回</button> <a class="btn btn-second" href="{{URL}}">不撤回，返回</a></p>
</form>
</article>
