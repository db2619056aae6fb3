{{%AUTOESCAPE context="HTML"}}<nav class="crumbs no-print" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/intake">收件登记</a></li><li><a href="{{PAGE}}">{{APPLICANT}}</a></li><li aria-current="page">办理方式</li></ol></nav>
<h1 class="no-print">办理方式</h1>
<div class="no-print">
<p class="lead">{{NAME}}，申请人：{{APPLICANT}}。现在是：{{MODE_NAME}}。</p>
{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
{{>FORM_ERRORS}}
<p>{{EXPLAIN}}</p>
{{#REFUSED}}<div class="note note-wrong"><h2>不能选告知承诺</h2><p>{{WHY_NOT}}</p></div>{{/REFUSED}}
<form class="panel" method="post" action="{{PAGE}}/mode" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<fieldset class="field" id="f-mode"><legend>申请人选择</legend><div class="choices">
{{#CHOICE}}<label class="choice"><input type="radio" name="mode" value="promise"{{#MODE_IS_PROMISE}} checked{{/MODE_IS_PROMISE}}><span>告知承诺<span class="choice-help">先打印下面两份文书，请申请人看清、签字，双方各留一份</span></span></label>
{{/CHOICE}}<label class="choice"><input type="radio" name="mode" value="ordinary"{{#MODE_IS_ORDINARY}} checked{{/MODE_IS_ORDINARY}}><span>一般程序</span></label></div></fieldset>
{{#CHOICE}}<div class="field" data-when-field="mode" data-when-values="promise"><label class="choice"><input type="checkbox" id="f-signed_paper" name="signed_paper" value="1"{{#SIGNED_PAPER_ON}} checked{{/SIGNED_PAPER_ON}}><span>申请人已当面在纸质的告知承诺书上签字</span></label></div>{{/CHOICE}}
<p class="btn-row"><button class="btn" type="submit">登记</button> {{#CHOICE}}<button class="btn btn-second" type="button" data-print hidden>打印告知书和承诺书（打两份）</button> {{/CHOICE}}<a class="btn btn-second" href="{{PAGE}}/materials">返回</a></p>
</form>
</div>
{{#CHOICE}}{{#NOTICE}}<article class="sheet letter promise"><h2 class="notice-title">行政审批机关告知书</h2>{{>LETTER_TEXT}}</article>{{/NOTICE}}
{{#LETTER}}<article class="sheet letter promise"><h2 class="notice-title">信用承诺书</h2>{{>LETTER_TEXT}}
<div class="promise-hands"><div><p>申请人（委托代理人）（签字盖章）：</p><p class="promise-blank">　</p><p>　　　　年　　月　　日</p></div><div><p>行政许可实施机关（盖章）：</p><p class="promise-blank">　</p><p>　　　　年　　月　　日</p></div></div></article>{{/LETTER}}{{/CHOICE}}
