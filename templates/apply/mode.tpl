{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置">
<ol><li><a href="/account">我的办件</a></li><li><a href="/matters/{{CODE}}">{{NAME}}</a></li><li aria-current="page">办理方式</li></ol>
</nav>
<h1>怎样办：先选一种</h1>
<p class="lead">{{NAME}}，可以走一般程序，也可以选“告知承诺”。选哪种由您自己决定，提交以前随时可以改。</p>
{{>FORM_ERRORS}}
{{#REFUSED}}<div class="note note-wrong"{{#SAID}} role="alert" tabindex="-1" data-focus{{/SAID}}><h2>这次不能选告知承诺</h2><p>{{WHY_NOT}}</p>{{#BY_CREDIT}}<p><a href="/account/credit">看我的信用记录，怎样修复</a></p>{{/BY_CREDIT}}</div>{{/REFUSED}}
<div class="mode-two">
<section class="panel" aria-labelledby="commit-h"><h2 id="commit-h">告知承诺</h2>
<p>{{EXPLAIN}}</p>
<ul class="plain-list"><li>您要签一份信用承诺书，承诺书会在网上公开（个人信息会遮住）。</li><li>发证以后，工作人员到现场核查。</li><li>承诺的和实际不符，要撤销许可，记入信用记录，以后在本市不能再用告知承诺。</li></ul></section>
<section class="panel" aria-labelledby="ordinary-h"><h2 id="ordinary-h">一般程序</h2>
<p>把材料交齐，{{PROMISED}}内办结（法定最长 {{LEGAL}}）。不用签承诺书。</p></section>
</div>
{{#CHOICE}}<section aria-labelledby="notice-h"><h2 id="notice-h">选告知承诺以前，请看完这份告知书</h2>
<details class="letter-fold" open><summary>行政审批机关告知书：依据、条件、材料、后果</summary>{{>LETTER_TEXT}}</details>
</section>{{/CHOICE}}
<form class="panel panel-strong" method="post" action="{{PAGE}}/mode" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#CHOICE}}<fieldset class="field{{#MODE_WRONG}} is-wrong{{/MODE_WRONG}}" id="f-mode"><legend>您选择<span class="req">必填</span></legend>
{{#MODE_WRONG}}<p class="field-wrong">{{MODE_MESSAGE}}</p>{{/MODE_WRONG}}
<div class="choices"><label class="choice"><input type="radio" name="mode" value="promise"{{#MODE_IS_PROMISE}} checked{{/MODE_IS_PROMISE}}><span>告知承诺<span class="choice-help">先承诺，受理当天决定；以后核查</span></span></label>
<label class="choice"><input type="radio" name="mode" value="ordinary"{{#MODE_IS_ORDINARY}} checked{{/MODE_IS_ORDINARY}}><span>一般程序<span class="choice-help">交齐材料，{{PROMISED}}内办结</span></span></label></div></fieldset>
<div class="field{{#KNOWN_WRONG}} is-wrong{{/KNOWN_WRONG}}" data-when-field="mode" data-when-values="promise">{{#KNOWN_WRONG}}<p class="field-wrong" id="f-known-wrong">{{KNOWN_MESSAGE}}</p>{{/KNOWN_WRONG}}
<p class="field-help when-hint">选告知承诺的，请勾选：</p>
<div class="choices"><label class="choice"><input type="checkbox" id="f-known" name="known" value="1"{{#KNOWN_ON}} checked{{/KNOWN_ON}}{{#KNOWN_WRONG}} aria-invalid="true" aria-describedby="f-known-wrong"{{/KNOWN_WRONG}}><span>我已收到并看清上面的告知书<span class="choice-help">{{DAYS_SAY}}</span></span></label></div></div>
<p class="btn-row"><button class="btn" type="submit">选好了，下一步</button></p>{{/CHOICE}}
{{#ORDINARY_ONLY}}<input type="hidden" name="mode" value="ordinary"><p class="btn-row"><button class="btn" type="submit">按一般程序办，下一步</button></p>{{/ORDINARY_ONLY}}
</form>
