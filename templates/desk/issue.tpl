{{%AUTOESCAPE context="HTML"}}<nav class="crumbs no-print" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/issue">发放结果</a></li><li aria-current="page">{{SHORT_NO}}</li></ol></nav>
<h1>{{NAME}}</h1>
<p class="case-line"><span class="num">{{SHORT_NO}}</span> <span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span>{{#OUTCOME_SHOWN}} <strong>决定：{{OUTCOME}}</strong>{{/OUTCOME_SHOWN}} <span>{{DELIVERY}}</span>{{#DUE_ROW}} <span>{{DUE_NAME}} <span class="due {{DUE_CLASS}}" title="{{DUE}}">{{DUE_SAY}}</span></span>{{/DUE_ROW}} <a href="/desk/case/{{SHORT_NO}}">看整个办件</a></p>
{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
{{>FORM_ERRORS}}
{{#LOCKED}}<div class="note note-wrong"><h2>结果锁定，不能发放</h2><p>下面的容缺材料还没有补齐：</p><ul class="plain-list">{{#GAP}}<li><strong>{{ITEM_NAME}}</strong></li>{{/GAP}}</ul>{{#DUE_SHOWN}}<p>补齐期限 <span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span> {{DUE}}</p>{{/DUE_SHOWN}}<p><a href="/desk/case/{{SHORT_NO}}/gaps">接收并核对补交的材料</a>，都符合要求后才能领取。</p></div>{{/LOCKED}}
{{#NOT_READY}}<div class="note note-info"><p>结果还没有到窗口，现在不能发放。办到哪一步，见<a href="/desk/case/{{SHORT_NO}}">办件页</a>。</p></div>{{/NOT_READY}}
{{#IS_DELIVERED}}<div class="note note-ok"><p><strong>已经送达。</strong>不能再发一次；送达回证在下面，可以打印。</p></div>{{/IS_DELIVERED}}
{{#HELD_BY}}<div class="note note-info"><p>{{HOLDER}} 正在办理这个办件。需要您来办的，请对方先放回待办。</p></div>{{/HELD_BY}}
{{#PARTS}}<section class="issue-parts" aria-labelledby="parts-h"><h2 id="parts-h">各件（申请人要办好一件领一件）</h2>
<ul class="part-list">{{#PART}}<li class="part-row"{{#PART_ON}} aria-current="true"{{/PART_ON}}><p class="part-what"><strong>{{PART_NAME}}</strong> <span class="tag tag-plain">{{PART_STATE}}</span></p><p class="part-who">{{PART_DEPT}} <span class="num">{{PART_NUMBER}}</span></p><p class="part-says">{{PART_WHERE}}{{#PART_GO}} <a class="btn btn-small" href="/desk/issue/{{SHORT_NO}}?part={{PART_SEQ}}">发放这一件</a>{{/PART_GO}}{{#PART_ON}} <span class="tag tag-ok">正在发放</span>{{/PART_ON}}</p></li>
{{/PART}}</ul></section>
{{/PARTS}}<div class="issue">
<section aria-labelledby="who-h"><h2 id="who-h">核对身份</h2>
{{#REVEALED}}<div class="note note-info" role="status"><p>{{REVEALED_NAME}}：<strong>{{REVEALED_VALUE}}</strong></p><p class="hint">这次查看已经记录。</p></div>{{/REVEALED}}
<dl class="facts facts-tight">
<div><dt>申请人</dt><dd>{{APPLICANT}}</dd></div>
<div><dt>{{ID_TYPE_NAME}}</dt><dd class="num">{{ID_MASK}}</dd></div>
<div><dt>手机号</dt><dd class="num">{{PHONE_MASK}}</dd></div>
{{#LEGAL_REP_SHOWN}}<div><dt>法定代表人（负责人）</dt><dd>{{LEGAL_REP}}</dd></div>{{/LEGAL_REP_SHOWN}}
{{#AGENT_SHOWN}}<div><dt>登记的代理人</dt><dd>{{AGENT_NAME}} <span class="num">{{AGENT_ID_MASK}}</span> <span class="num">{{AGENT_PHONE_MASK}}</span></dd></div>
<div><dt>代理人的授权</dt><dd>{{#FILE}}<a href="/file/{{FILE_ID}}" target="_blank" rel="noopener">{{FILE_NAME}}</a> {{/FILE}}{{#NO_FILE}}办件里没有委托书，请查看委托书原件。{{/NO_FILE}}<br><span class="hint">看授权里有没有“领取结果”、期限过了没有。</span></dd></div>{{/AGENT_SHOWN}}
{{#NO_AGENT}}<div><dt>登记的代理人</dt><dd>没有。代领的，要看委托书原件和双方的身份证件。</dd></div>{{/NO_AGENT}}
</dl>
<details class="no-print"><summary>查看被遮住的内容</summary>
<form class="sign" method="post" action="/desk/issue/{{SHORT_NO}}/reveal" novalidate><input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field"><label for="f-field">要看的内容</label><select id="f-field" name="field" class="w-l">{{#REVEAL_CHOICE}}<option value="{{FIELD_KEY}}"{{#FIELD_ON}} selected{{/FIELD_ON}}>{{FIELD_LABEL}}</option>{{/REVEAL_CHOICE}}</select></div>
<div class="field{{#WHY_WRONG}} is-wrong{{/WHY_WRONG}}"><label for="f-why">查看的理由<span class="req">必填</span></label>{{#WHY_WRONG}}<p class="field-wrong">{{WHY_MESSAGE}}</p>{{/WHY_WRONG}}<input type="text" id="f-why" name="why" value="{{WHY_VALUE}}" maxlength="200" required></div>
<button class="btn btn-second" type="submit">查看</button><p class="hint">谁、什么时候、为什么看，都会记录。</p></form></details>
<h2>{{PAPERS_TITLE}}</h2>
{{#NO_PAPERS}}<p class="hint">还没有。</p>{{/NO_PAPERS}}
<ul class="doc-list">{{#DOCUMENT}}<li><a href="/desk/case/{{SHORT_NO}}/documents/{{DOCUMENT_ID}}">{{DOCUMENT_TITLE}}</a> <span class="num">{{DOCUMENT_NUMBER}}</span></li>
{{/DOCUMENT}}</ul>
</section>
<div>
{{#MAY_MAIL}}<section class="issue-act" aria-labelledby="mail-h"><h2 id="mail-h">交寄</h2>
<p class="hint">邮费由财政承担。收件地址在“查看被遮住的内容”里看，谁看过会记录。</p>
<form method="post" action="/desk/case/{{SHORT_NO}}/act" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="page" value="issue">
<div class="field{{#COURIER_WRONG}} is-wrong{{/COURIER_WRONG}}"><label for="f-courier">寄递公司<span class="req">必填</span></label>{{#COURIER_WRONG}}<p class="field-wrong">{{COURIER_MESSAGE}}</p>{{/COURIER_WRONG}}<input type="text" id="f-courier" name="courier" class="w-m" value="{{COURIER_VALUE}}" maxlength="30" required></div>
<div class="field{{#WAYBILL_WRONG}} is-wrong{{/WAYBILL_WRONG}}"><label for="f-waybill">运单号<span class="req">必填</span></label>{{#WAYBILL_WRONG}}<p class="field-wrong">{{WAYBILL_MESSAGE}}</p>{{/WAYBILL_WRONG}}<p class="field-help">6 到 40 位字母和数字，可以扫面单上的条码。</p><input type="text" id="f-waybill" name="waybill" class="w-l" value="{{WAYBILL_VALUE}}" maxlength="60" autocomplete="off" spellcheck="false" required></div>
<button class="btn btn-wide" type="submit" name="act" value="{{ACT_KEY}}" data-busy="正在登记…">登记交寄</button>
<p class="hint">{{CLAUSE}}</p>
</form></section>{{/MAY_MAIL}}
{{#MAY_ISSUE}}<section class="issue-act" aria-labelledby="issue-h"><h2 id="issue-h">当面发放{{#OF_PART}}：{{PART_NAME}}{{/OF_PART}}</h2>
{{#WANTS_MAIL}}<p class="hint">申请人选了邮寄；本人来领的，也可以当面发。</p>{{/WANTS_MAIL}}
<form method="post" action="/desk/case/{{SHORT_NO}}/act" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="page" value="issue">{{#OF_PART}}<input type="hidden" name="part" value="{{PART_SEQ}}">{{/OF_PART}}
<fieldset class="field{{#RECEIVER_RELATION_WRONG}} is-wrong{{/RECEIVER_RELATION_WRONG}}"><legend>谁来领取<span class="req">必填</span></legend>{{#RECEIVER_RELATION_WRONG}}<p class="field-wrong">{{RECEIVER_RELATION_MESSAGE}}</p>{{/RECEIVER_RELATION_WRONG}}<div class="choices choices-inline">
<label class="choice"><input type="radio" id="f-receiver_relation" name="receiver_relation" value="self"{{#RECEIVER_RELATION_IS_SELF}} checked{{/RECEIVER_RELATION_IS_SELF}}><span>申请人本人</span></label>
<label class="choice"><input type="radio" name="receiver_relation" value="agent"{{#RECEIVER_RELATION_IS_AGENT}} checked{{/RECEIVER_RELATION_IS_AGENT}}><span>代领人</span></label></div></fieldset>
<div class="field{{#RECEIVER_NAME_WRONG}} is-wrong{{/RECEIVER_NAME_WRONG}}"><label for="f-receiver_name">领取人姓名<span class="req">必填</span></label>{{#RECEIVER_NAME_WRONG}}<p class="field-wrong">{{RECEIVER_NAME_MESSAGE}}</p>{{/RECEIVER_NAME_WRONG}}<p class="field-help">照着证件填。</p><input type="text" id="f-receiver_name" name="receiver_name" class="w-m" value="{{RECEIVER_NAME_VALUE}}" maxlength="60" autocomplete="off" required></div>
<div class="field{{#RECEIVER_TAIL_WRONG}} is-wrong{{/RECEIVER_TAIL_WRONG}}"><label for="f-receiver_tail">证件号码后四位<span class="req">必填</span></label>{{#RECEIVER_TAIL_WRONG}}<p class="field-wrong">{{RECEIVER_TAIL_MESSAGE}}</p>{{/RECEIVER_TAIL_WRONG}}<input type="text" id="f-receiver_tail" name="receiver_tail" class="w-s" value="{{RECEIVER_TAIL_VALUE}}" maxlength="4" autocomplete="off" spellcheck="false" required></div>
<div class="field{{#RECEIVER_CHECKED_WRONG}} is-wrong{{/RECEIVER_CHECKED_WRONG}}">{{#RECEIVER_CHECKED_WRONG}}<p class="field-wrong">{{RECEIVER_CHECKED_MESSAGE}}</p>{{/RECEIVER_CHECKED_WRONG}}<label class="choice"><input type="checkbox" id="f-receiver_checked" name="receiver_checked" value="1"{{#RECEIVER_CHECKED_ON}} checked{{/RECEIVER_CHECKED_ON}}><span>已当面核对证件和本人；代领的，还核对了委托书</span></label></div>
<button class="btn btn-wide" type="submit" name="act" value="{{ACT_KEY}}" data-busy="正在登记…">登记签收，发放结果</button>
<p class="hint">{{CLAUSE}}</p>
</form></section>{{/MAY_ISSUE}}
{{#WAYBILL_SHOWN}}<section class="issue-act" aria-labelledby="bill-h"><h2 id="bill-h">{{#CAME_BACK}}退回的{{/CAME_BACK}}运单</h2><p>{{COURIER}} <strong class="num">{{WAYBILL}}</strong></p></section>{{/WAYBILL_SHOWN}}
{{#MAY_CONFIRM}}<section class="issue-act" aria-labelledby="confirm-h"><h2 id="confirm-h">登记签收</h2>
<form method="post" action="/desk/case/{{SHORT_NO}}/act" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="page" value="issue">
<div class="field{{#NOTE_WRONG}} is-wrong{{/NOTE_WRONG}}"><label for="f-note">签收情况<span class="req">必填</span></label>{{#NOTE_WRONG}}<p class="field-wrong">{{NOTE_MESSAGE}}</p>{{/NOTE_WRONG}}<p class="field-help">谁签收、什么时候，照寄递公司的签收记录填。</p><textarea id="f-note" name="note" rows="2" maxlength="2000" required>{{NOTE_VALUE:p}}</textarea></div>
<button class="btn btn-wide" type="submit" name="act" value="{{ACT_KEY}}">登记签收</button>
</form></section>{{/MAY_CONFIRM}}
{{#MAY_BACK}}<section class="issue-act" aria-labelledby="back-h"><h2 id="back-h">邮件退回</h2>
<form method="post" action="/desk/case/{{SHORT_NO}}/act" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><input type="hidden" name="page" value="issue">
<div class="field{{#REASON_WRONG}} is-wrong{{/REASON_WRONG}}"><label for="f-reason">为什么没有送到<span class="req">必填</span></label>{{#REASON_WRONG}}<p class="field-wrong">{{REASON_MESSAGE}}</p>{{/REASON_WRONG}}<p class="field-help">会告诉申请人。</p><textarea id="f-reason" name="reason" rows="2" maxlength="2000" required>{{REASON_VALUE:p}}</textarea></div>
<button class="btn btn-second btn-wide" type="submit" name="act" value="{{ACT_KEY}}">登记退回</button>
</form></section>{{/MAY_BACK}}
{{#PROOFS}}<section aria-labelledby="proof-h"><h2 id="proof-h">送达和寄递凭据</h2>
<ul class="doc-list">{{#PROOF}}<li><a href="/desk/case/{{SHORT_NO}}/documents/{{DOCUMENT_ID}}">{{DOCUMENT_TITLE}}</a> <span class="num">{{DOCUMENT_NUMBER}}</span> <span class="hint">{{DOCUMENT_AT}}，打开后可以打印</span></li>
{{/PROOF}}</ul></section>{{/PROOFS}}
</div>
</div>
