{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a></li><li aria-current="page">当场更正</li></ol></nav>
<h1>当场更正</h1>
<p class="lead">{{NAME}}，申请人：{{APPLICANT}}，编号 <span class="num">{{SHORT_NO}}</span>。</p>
<p class="hint">依据：{{CLAUSE}}。只改写错、漏写这样的小错，当着申请人的面改，改完请他看一遍。原来的和改后的内容都会记进办理记录。</p>
{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
<form class="apply-form" method="post" action="/desk/case/{{SHORT_NO}}/correct" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="case-version" value="{{VERSION}}">
{{>FORM}}
<section class="form-part" aria-labelledby="s-why-h"><h2 id="s-why-h">怎样更正的</h2>
<div class="field"><label for="f-spot-note">情况说明（记录在案）<span class="req">必填</span></label>
<p class="field-help" id="f-spot-note-help">例如：申请人本人在场，指出面积写错，当面改正并确认。</p>
<textarea id="f-spot-note" name="spot-note" rows="3" maxlength="1000" aria-describedby="f-spot-note-help" required>{{NOTE_VALUE:p}}</textarea></div></section>
<p class="btn-row"><button class="btn" type="submit" data-busy="正在保存…">当场更正</button> <a class="btn btn-second" href="/desk/case/{{SHORT_NO}}">不改了，返回</a></p>
</form>
