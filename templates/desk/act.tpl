{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a></li><li aria-current="page">{{ACT_LABEL}}</li></ol></nav>
<article class="confirm">
<h1>{{ACT_LABEL}}</h1>
<p class="lead">{{NAME}}，申请人：{{APPLICANT}}，编号 <span class="num">{{SHORT_NO}}</span>。</p>
{{#OF_PART}}<p class="lead">其中的一件：<strong>{{PART_NAME}}</strong>（<span class="num">{{PART_NUMBER}}</span>），{{PART_DEPT}}负责。</p>
{{/OF_PART}}<p class="hint">依据：{{CLAUSE}}</p>
{{#GIVES}}<p>办好后出具：{{GIVES_TITLE}}{{#GIVES_INNER}}（内部文书，申请人看不到）{{/GIVES_INNER}}</p>
{{/GIVES}}{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
{{>FORM_ERRORS}}
{{#DANGER}}<div class="note note-warn"><p>下一步先给您看要发出的文书，确认以后才发出；发出后不能收回。</p></div>{{/DANGER}}
{{#ATTACHMENTS}}<section class="upload" id="m-o.new" aria-labelledby="m-o.new-h">
<div class="upload-head"><h2 id="m-o.new-h">附件<span class="opt">可以不加</span></h2></div>
<p class="hint">例如现场照片、检验报告、会议记录。只供内部查看，不给申请人看。请先传附件，再填下面的内容。</p>
<ul class="file-rows">{{#FILE}}<li class="file-row"><a class="file-name" href="/file/{{FILE_ID}}" target="_blank" rel="noopener">{{FILE_NAME}}</a> <span class="file-meta num">{{FILE_SIZE}}，{{FILE_AT}} 上传</span> <span class="file-acts"><form method="post" action="/upload/{{CASE_KEY}}/o.new/{{FILE_ID}}/remove"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="back" value="/desk/case/{{SHORT_NO}}/do/{{ACT_KEY}}"><button class="btn btn-link btn-small" type="submit">删除<span class="visually-hidden">{{FILE_NAME}}</span></button></form></span></li>
{{/FILE}}</ul>
{{#UPLOAD}}<form class="upload-drop" method="post" enctype="multipart/form-data" action="/upload/{{CASE_KEY}}/o.new" data-upload="m-o.new" data-max-bytes="{{MAX_BYTES}}" data-page="/desk/case/{{SHORT_NO}}/do/{{ACT_KEY}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="back" value="/desk/case/{{SHORT_NO}}/do/{{ACT_KEY}}">
<label class="field-label" for="f-m-o.new">选择文件</label>
<p class="field-help" id="f-m-o.new-help">{{KINDS}}，每个不超过 {{MAX_SIZE}}，最多 {{MAX_FILES}} 个。可以一次选几个。</p>
<input type="file" id="f-m-o.new" name="file" accept="{{ACCEPT}}" aria-describedby="f-m-o.new-help" multiple>
<button class="btn btn-second btn-small" type="submit">上传</button>
</form>{{/UPLOAD}}
</section>{{/ATTACHMENTS}}
<form method="post" action="/desk/case/{{SHORT_NO}}/act" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="version" value="{{VERSION}}">
<input type="hidden" name="page" value="ask">
{{#OF_PART}}<input type="hidden" name="part" value="{{PART_SEQ}}">
{{/OF_PART}}{{#ASK_GROUND}}<fieldset class="field{{#GROUND_WRONG}} is-wrong{{/GROUND_WRONG}}" id="f-ground"><legend>属于哪种情形<span class="req">必填</span></legend>{{#GROUND_WRONG}}<p class="field-wrong">{{GROUND_MESSAGE}}</p>{{/GROUND_WRONG}}<div class="choices">
<label class="choice"><input type="radio" name="ground" value="no_licence"{{#GROUND_IS_NO_LICENCE}} checked{{/GROUND_IS_NO_LICENCE}}><span>依法不需要办理许可</span></label>
<label class="choice"><input type="radio" name="ground" value="other_authority"{{#GROUND_IS_OTHER_AUTHORITY}} checked{{/GROUND_IS_OTHER_AUTHORITY}}><span>不属于本机关职权范围</span></label></div></fieldset>
<div class="field{{#AUTHORITY_WRONG}} is-wrong{{/AUTHORITY_WRONG}}" data-when-field="ground" data-when-values="other_authority"><label for="f-authority">应当向哪个机关申请</label><p class="field-help when-hint">不属于本机关职权范围时填写。</p>{{#AUTHORITY_WRONG}}<p class="field-wrong">{{AUTHORITY_MESSAGE}}</p>{{/AUTHORITY_WRONG}}<input type="text" id="f-authority" name="authority" class="w-l" value="{{AUTHORITY_VALUE}}" maxlength="100"></div>{{/ASK_GROUND}}
{{#ASK_STANCE}}<fieldset class="field{{#STANCE_WRONG}} is-wrong{{/STANCE_WRONG}}" id="f-stance"><legend>审查意见<span class="req">必填</span></legend>{{#STANCE_WRONG}}<p class="field-wrong">{{STANCE_MESSAGE}}</p>{{/STANCE_WRONG}}<div class="choices">
<label class="choice"><input type="radio" name="stance" value="agree"{{#STANCE_IS_AGREE}} checked{{/STANCE_IS_AGREE}}><span>符合条件，建议准予</span></label>
<label class="choice"><input type="radio" name="stance" value="against"{{#STANCE_IS_AGAINST}} checked{{/STANCE_IS_AGAINST}}><span>不符合条件，建议不予</span></label></div></fieldset>{{/ASK_STANCE}}
{{#ASK_SPECIAL}}<dl class="facts facts-tight">{{#LIMIT_NOW}}<div><dt>{{LIMIT_NAME}}</dt><dd><span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span> <span class="num">{{DUE}} 到期</span></dd></div>{{/LIMIT_NOW}}</dl>
<fieldset class="field{{#PROCEDURE_WRONG}} is-wrong{{/PROCEDURE_WRONG}}" id="f-procedure"><legend>哪一种特别程序<span class="req">必填</span></legend>{{#PROCEDURE_WRONG}}<p class="field-wrong">{{PROCEDURE_MESSAGE}}</p>{{/PROCEDURE_WRONG}}<div class="choices">
{{#PROCEDURE_CHOICE}}<label class="choice"><input type="radio" name="procedure" value="{{PROCEDURE_NO}}"{{#PROCEDURE_ON}} checked{{/PROCEDURE_ON}}><span><b>{{PROCEDURE_NAME}}</b>{{#PROCEDURE_MOST}}，最多 {{MOST_DAYS}} 个工作日{{/PROCEDURE_MOST}}<br><span class="hint">{{PROCEDURE_EXPLAIN}}</span><br><span class="hint">{{CLOCK_EFFECT}}</span></span></label>
{{/PROCEDURE_CHOICE}}</div></fieldset>
<div class="field{{#DAYS_WRONG}} is-wrong{{/DAYS_WRONG}}"><label for="f-days">需要几个工作日<span class="req">必填</span></label><p class="field-help" id="f-days-help">依法应当把所需时间书面告诉申请人，不超过上面写的最多天数。</p>{{#DAYS_WRONG}}<p class="field-wrong">{{DAYS_MESSAGE}}</p>{{/DAYS_WRONG}}<input type="text" id="f-days" name="days" class="w-s num" inputmode="numeric" value="{{DAYS_VALUE}}" maxlength="4" aria-describedby="f-days-help"></div>{{/ASK_SPECIAL}}
{{#ASK_CAUSE}}<dl class="facts facts-tight">{{#LIMIT_NOW}}<div><dt>{{LIMIT_NAME}}</dt><dd><span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span> <span class="num">{{DUE}} 到期</span></dd></div>{{/LIMIT_NOW}}</dl>
<fieldset class="field{{#PROCEDURE_WRONG}} is-wrong{{/PROCEDURE_WRONG}}" id="f-procedure"><legend>哪一种中止的情形<span class="req">必填</span></legend>{{#PROCEDURE_WRONG}}<p class="field-wrong">{{PROCEDURE_MESSAGE}}</p>{{/PROCEDURE_WRONG}}<div class="choices">
{{#PROCEDURE_CHOICE}}<label class="choice"><input type="radio" name="procedure" value="{{PROCEDURE_NO}}"{{#PROCEDURE_ON}} checked{{/PROCEDURE_ON}}><span><b>{{PROCEDURE_NAME}}</b><br><span class="hint">{{PROCEDURE_EXPLAIN}}</span><br><span class="hint">{{CLOCK_EFFECT}}</span></span></label>
{{/PROCEDURE_CHOICE}}</div></fieldset>{{/ASK_CAUSE}}
{{#ASK_DAYS}}<dl class="facts facts-tight">{{#LIMIT_NOW}}<div><dt>{{LIMIT_NAME}}</dt><dd><span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span> <span class="num">{{DUE}} 到期</span></dd></div>{{/LIMIT_NOW}}</dl>
<div class="field{{#DAYS_WRONG}} is-wrong{{/DAYS_WRONG}}"><label for="f-days">延长几个工作日<span class="req">必填</span></label><p class="field-help" id="f-days-help">最多 {{MOST_DAYS}} 个工作日，只能延长一次。{{EXTENSION_EXPLAIN}}</p>{{#DAYS_WRONG}}<p class="field-wrong">{{DAYS_MESSAGE}}</p>{{/DAYS_WRONG}}<input type="text" id="f-days" name="days" class="w-s num" inputmode="numeric" value="{{DAYS_VALUE}}" maxlength="4" aria-describedby="f-days-help"></div>{{/ASK_DAYS}}
{{#ASK_INSPECTORS}}{{#PROCEDURE_RUNS}}<p>正在进行的特别程序：<b>{{PROCEDURE_NAME}}</b></p>{{/PROCEDURE_RUNS}}
{{#VISIT}}<fieldset class="field"><legend>到现场的核查人员<span class="req">必填，至少两名</span></legend>
<div class="field{{#INSPECTOR1_WRONG}} is-wrong{{/INSPECTOR1_WRONG}}"><label for="f-inspector1">第一名</label>{{#INSPECTOR1_WRONG}}<p class="field-wrong">{{INSPECTOR1_MESSAGE}}</p>{{/INSPECTOR1_WRONG}}<input type="text" id="f-inspector1" name="inspector1" class="w-m" value="{{INSPECTOR1_VALUE}}" maxlength="30"></div>
<div class="field{{#INSPECTOR2_WRONG}} is-wrong{{/INSPECTOR2_WRONG}}"><label for="f-inspector2">第二名</label>{{#INSPECTOR2_WRONG}}<p class="field-wrong">{{INSPECTOR2_MESSAGE}}</p>{{/INSPECTOR2_WRONG}}<input type="text" id="f-inspector2" name="inspector2" class="w-m" value="{{INSPECTOR2_VALUE}}" maxlength="30"></div>
<div class="field{{#INSPECTOR3_WRONG}} is-wrong{{/INSPECTOR3_WRONG}}"><label for="f-inspector3">第三名<span class="opt">可以不填</span></label>{{#INSPECTOR3_WRONG}}<p class="field-wrong">{{INSPECTOR3_MESSAGE}}</p>{{/INSPECTOR3_WRONG}}<input type="text" id="f-inspector3" name="inspector3" class="w-m" value="{{INSPECTOR3_VALUE}}" maxlength="30"></div>
<div class="field{{#INSPECTOR4_WRONG}} is-wrong{{/INSPECTOR4_WRONG}}"><label for="f-inspector4">第四名<span class="opt">可以不填</span></label>{{#INSPECTOR4_WRONG}}<p class="field-wrong">{{INSPECTOR4_MESSAGE}}</p>{{/INSPECTOR4_WRONG}}<input type="text" id="f-inspector4" name="inspector4" class="w-m" value="{{INSPECTOR4_VALUE}}" maxlength="30"></div>
</fieldset>{{/VISIT}}{{/ASK_INSPECTORS}}
{{#ASK_VALIDITY}}<fieldset class="field"><legend>有效期</legend>{{#RESULT_SHOWN}}<p class="field-help">{{RESULT_NAME}}，按规定有效期：{{RESULT_VALID}}。已按今天起算填好，请核对。</p>{{/RESULT_SHOWN}}
<div class="field{{#VALID_FROM_WRONG}} is-wrong{{/VALID_FROM_WRONG}}"><label for="f-valid_from">第一天</label>{{#VALID_FROM_WRONG}}<p class="field-wrong">{{VALID_FROM_MESSAGE}}</p>{{/VALID_FROM_WRONG}}<input type="date" id="f-valid_from" name="valid_from" class="w-m" value="{{VALID_FROM_VALUE}}"></div>
<div class="field{{#VALID_UNTIL_WRONG}} is-wrong{{/VALID_UNTIL_WRONG}}"><label for="f-valid_until">最后一天</label><p class="field-help" id="f-valid_until-help">长期有效的，留空。</p>{{#VALID_UNTIL_WRONG}}<p class="field-wrong">{{VALID_UNTIL_MESSAGE}}</p>{{/VALID_UNTIL_WRONG}}<input type="date" id="f-valid_until" name="valid_until" class="w-m" value="{{VALID_UNTIL_VALUE}}" aria-describedby="f-valid_until-help"></div>
</fieldset>{{/ASK_VALIDITY}}
{{#ASK_RECEIVER}}<fieldset class="field{{#RECEIVER_RELATION_WRONG}} is-wrong{{/RECEIVER_RELATION_WRONG}}" id="f-receiver_relation"><legend>谁来领取<span class="req">必填</span></legend>{{#RECEIVER_RELATION_WRONG}}<p class="field-wrong">{{RECEIVER_RELATION_MESSAGE}}</p>{{/RECEIVER_RELATION_WRONG}}<div class="choices">
<label class="choice"><input type="radio" name="receiver_relation" value="self"{{#RECEIVER_RELATION_IS_SELF}} checked{{/RECEIVER_RELATION_IS_SELF}}><span>申请人本人（单位来人）</span></label>
<label class="choice"><input type="radio" name="receiver_relation" value="agent"{{#RECEIVER_RELATION_IS_AGENT}} checked{{/RECEIVER_RELATION_IS_AGENT}}><span>代理人，带了委托书</span></label></div></fieldset>
<div class="field{{#RECEIVER_NAME_WRONG}} is-wrong{{/RECEIVER_NAME_WRONG}}"><label for="f-receiver_name">领取人姓名<span class="req">必填</span></label>{{#RECEIVER_NAME_WRONG}}<p class="field-wrong">{{RECEIVER_NAME_MESSAGE}}</p>{{/RECEIVER_NAME_WRONG}}<input type="text" id="f-receiver_name" name="receiver_name" class="w-l" value="{{RECEIVER_NAME_VALUE}}" maxlength="60"></div>
<div class="field{{#RECEIVER_TAIL_WRONG}} is-wrong{{/RECEIVER_TAIL_WRONG}}"><label for="f-receiver_tail">证件号码后四位<span class="req">必填</span></label>{{#RECEIVER_TAIL_WRONG}}<p class="field-wrong">{{RECEIVER_TAIL_MESSAGE}}</p>{{/RECEIVER_TAIL_WRONG}}<input type="text" id="f-receiver_tail" name="receiver_tail" class="w-s num" value="{{RECEIVER_TAIL_VALUE}}" maxlength="4" autocomplete="off"></div>
<div class="field{{#RECEIVER_CHECKED_WRONG}} is-wrong{{/RECEIVER_CHECKED_WRONG}}">{{#RECEIVER_CHECKED_WRONG}}<p class="field-wrong">{{RECEIVER_CHECKED_MESSAGE}}</p>{{/RECEIVER_CHECKED_WRONG}}<label class="choice"><input type="checkbox" id="f-receiver_checked" name="receiver_checked" value="1"{{#RECEIVER_CHECKED_ON}} checked{{/RECEIVER_CHECKED_ON}}><span>已当面核对领取人和证件；代领的，已核对委托书</span></label></div>{{/ASK_RECEIVER}}
{{#ASK_WAYBILL}}<div class="field{{#COURIER_WRONG}} is-wrong{{/COURIER_WRONG}}"><label for="f-courier">寄递公司<span class="req">必填</span></label>{{#COURIER_WRONG}}<p class="field-wrong">{{COURIER_MESSAGE}}</p>{{/COURIER_WRONG}}<input type="text" id="f-courier" name="courier" class="w-m" value="{{COURIER_VALUE}}" maxlength="30"></div>
<div class="field{{#WAYBILL_WRONG}} is-wrong{{/WAYBILL_WRONG}}"><label for="f-waybill">运单号<span class="req">必填</span></label><p class="field-help" id="f-waybill-help">可以用扫码枪扫寄递单上的条码。</p>{{#WAYBILL_WRONG}}<p class="field-wrong">{{WAYBILL_MESSAGE}}</p>{{/WAYBILL_WRONG}}<input type="text" id="f-waybill" name="waybill" class="w-l num" value="{{WAYBILL_VALUE}}" maxlength="60" autocomplete="off" aria-describedby="f-waybill-help"></div>{{/ASK_WAYBILL}}
{{#ASK_REVOKE_GROUND}}<fieldset class="field{{#REVOKE_WRONG}} is-wrong{{/REVOKE_WRONG}}" id="f-revoke"><legend>撤销的依据<span class="req">必填</span></legend>{{#REVOKE_WRONG}}<p class="field-wrong">{{REVOKE_MESSAGE}}</p>{{/REVOKE_WRONG}}<div class="choices">
{{#REVOKE_CHOICE}}<label class="choice"><input type="radio" name="revoke" value="{{REVOKE_KEY}}"{{#REVOKE_CHOSEN}} checked{{/REVOKE_CHOSEN}}><span>{{REVOKE_TEXT}}</span></label>
{{/REVOKE_CHOICE}}</div></fieldset>{{/ASK_REVOKE_GROUND}}
{{#ASK_REASON}}<div class="field{{#REASON_WRONG}} is-wrong{{/REASON_WRONG}}"><label for="f-reason">{{REASON_LABEL}}<span class="req">必填</span></label><p class="field-help" id="f-reason-help">{{REASON_HELP}}</p>{{#REASON_WRONG}}<p class="field-wrong">{{REASON_MESSAGE}}</p>{{/REASON_WRONG}}<textarea id="f-reason" name="reason" rows="5" maxlength="2000" aria-describedby="f-reason-help">{{REASON_VALUE:p}}</textarea></div>{{/ASK_REASON}}
{{#ASK_NOTE}}<div class="field{{#NOTE_WRONG}} is-wrong{{/NOTE_WRONG}}"><label for="f-note">{{NOTE_LABEL}}<span class="req">必填</span></label><p class="field-help" id="f-note-help">{{NOTE_HELP}}</p>{{#NOTE_WRONG}}<p class="field-wrong">{{NOTE_MESSAGE}}</p>{{/NOTE_WRONG}}<textarea id="f-note" name="note" rows="4" maxlength="2000" aria-describedby="f-note-help">{{NOTE_VALUE:p}}</textarea></div>{{/ASK_NOTE}}
<p class="btn-row"><button class="btn" type="submit" name="act" value="{{ACT_KEY}}">{{#DANGER}}下一步：核对文书{{/DANGER}}{{#SAFE}}{{ACT_LABEL}}{{/SAFE}}</button> <a class="btn btn-second" href="/desk/case/{{SHORT_NO}}">不办了，返回</a></p>
</form>
</article>
