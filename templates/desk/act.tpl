{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a></li><li aria-current="page">{{ACT_LABEL}}</li></ol></nav>
<article class="confirm">
<h1>{{ACT_LABEL}}</h1>
<p class="lead">{{NAME}}，申请人：{{APPLICANT}}，编号 <span class="num">{{SHORT_NO}}</span>。</p>
<p class="hint">依据：{{CLAUSE}}</p>
{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
{{>FORM_ERRORS}}
{{#DANGER}}<div class="note note-warn"><p>下一步先给您看要发出的文书，确认以后才发出；发出后不能收回。</p></div>{{/DANGER}}
<form method="post" action="/desk/case/{{SHORT_NO}}/act" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="version" value="{{VERSION}}">
<input type="hidden" name="page" value="ask">
{{#ASK_GROUND}}<fieldset class="field"><legend>属于哪种情形<span class="req">必填</span></legend><div class="choices">
<label class="choice"><input type="radio" name="ground" value="no_licence"{{#GROUND_IS_NO_LICENCE}} checked{{/GROUND_IS_NO_LICENCE}}><span>依法不需要办理许可</span></label>
<label class="choice"><input type="radio" name="ground" value="other_authority"{{#GROUND_IS_OTHER_AUTHORITY}} checked{{/GROUND_IS_OTHER_AUTHORITY}}><span>不属于本机关职权范围</span></label></div></fieldset>
<div class="field" data-when-field="ground" data-when-values="other_authority"><label for="f-authority">应当向哪个机关申请</label><p class="field-help when-hint">不属于本机关职权范围时填写。</p><input type="text" id="f-authority" name="authority" class="w-l" value="{{AUTHORITY_VALUE}}" maxlength="100"></div>{{/ASK_GROUND}}
{{#ASK_REASON}}<div class="field"><label for="f-reason">理由（写进文书，告诉申请人）<span class="req">必填</span></label><textarea id="f-reason" name="reason" rows="5" maxlength="2000" required>{{REASON_VALUE:p}}</textarea></div>{{/ASK_REASON}}
{{#ASK_NOTE}}<div class="field"><label for="f-note">情况说明（记录在案）<span class="req">必填</span></label><textarea id="f-note" name="note" rows="4" maxlength="2000" required>{{NOTE_VALUE:p}}</textarea></div>{{/ASK_NOTE}}
<p class="btn-row"><button class="btn" type="submit" name="act" value="{{ACT_KEY}}">{{#DANGER}}下一步：核对文书{{/DANGER}}{{#SAFE}}{{ACT_LABEL}}{{/SAFE}}</button> <a class="btn btn-second" href="/desk/case/{{SHORT_NO}}">不办了，返回</a></p>
</form>
</article>
