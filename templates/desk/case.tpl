{{%AUTOESCAPE context="HTML"}}<nav class="crumbs no-print" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">{{SHORT_NO}}</li></ol></nav>
<div class="case-top">
<div>
<h1>{{NAME}}</h1>
<p class="case-line"><span class="num">{{SHORT_NO}}</span> <span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span>{{#DISTRICT_SHOWN}} <span class="tag tag-wait">代收，转{{DISTRICT}}办理</span>{{/DISTRICT_SHOWN}}{{#HELD}} <span>由 {{HOLDER}} 在办</span>{{/HELD}} {{#COMMITTED}}<span class="tag tag-plain">告知承诺</span> {{/COMMITTED}}<span class="hint">轮到：{{TURN_NAME}}</span>{{#DUES}}{{#DUE_ROW}} <span>{{DUE_NAME}} <span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span> <span class="num">{{DUE}}</span></span>{{/DUE_ROW}}{{/DUES}}</p>
</div>
<div class="act-row no-print">{{#SUPPLEMENT}}<a class="btn" href="/desk/intake/{{CASE_KEY}}/supplement">登记补正材料</a>
{{/SUPPLEMENT}}{{#BUTTON}}{{#SIMPLE}}<form method="post" action="/desk/case/{{SHORT_NO}}/act"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><button class="btn{{#MILD}} btn-second{{/MILD}}" type="submit" name="act" value="{{ACT_KEY}}">{{ACT_LABEL}}</button></form>
{{/SIMPLE}}{{#ASKING}}<a class="btn {{#DANGER}}btn-danger{{/DANGER}}{{#MILD}}btn-second{{/MILD}}" href="/desk/case/{{SHORT_NO}}/do/{{ACT_KEY}}">{{ACT_LABEL}}</a>
{{/ASKING}}{{/BUTTON}}</div>
</div>
{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
{{#CHANGED}}<div class="note note-info"><p>上次您看过之后，又有了新的记录，见<a href="#events-h">办理记录</a>里标着“新”的几行。</p></div>{{/CHANGED}}
{{#WITH_APPLICANT}}<div class="note note-info"><p>已经退给申请人修改。正在改的内容这里看不到，重新提交以后再看。</p></div>{{/WITH_APPLICANT}}
{{>PARTS}}<nav class="case-jump no-print" aria-label="本页内容">{{#GAPS_LINK}}<a href="/desk/case/{{SHORT_NO}}/gaps">容缺待补 {{GAP_OPEN}} 项</a> {{/GAPS_LINK}}{{#WITH_STAFF}}<a href="#form-h">申请表</a> <a href="#review-h">材料</a> {{/WITH_STAFF}}{{#DOCUMENTS_LINK}}<a href="#docs-h">文书</a> {{/DOCUMENTS_LINK}}{{#LEDGER_LINK}}<a href="#clocks-h">时限</a> <a href="#ledger-h">时限台账</a> {{/LEDGER_LINK}}<a href="#events-h">办理记录</a></nav>
{{#WITH_STAFF}}<div class="review">
<section class="review-doc no-print" aria-label="材料预览">
{{#FIRST_FILE}}<iframe class="review-frame" name="preview" title="材料预览" src="{{FILE_URL}}"></iframe>{{/FIRST_FILE}}{{#FIRST_NONE}}<iframe class="review-frame" name="preview" title="材料预览" src="/static/preview.html"></iframe>{{/FIRST_NONE}}
</section>
<div class="review-side">
<details class="review-facts" id="form-h"{{#REVEALED}} open{{/REVEALED}}{{#REVEAL_OPEN}} open{{/REVEAL_OPEN}}><summary>申请表：{{APPLICANT}}（{{APPLICANT_KIND}}）</summary>
{{#REVEALED}}<div class="note note-info" role="status"><p>{{REVEALED_NAME}}：<span class="num">{{REVEALED_VALUE}}</span></p><p class="hint">这次查看已经记录。</p></div>{{/REVEALED}}
<dl class="facts facts-tight">
<div><dt>证件</dt><dd>{{ID_TYPE_NAME}} <span class="num">{{ID_MASK}}</span></dd></div>
{{#PHONE_SHOWN}}<div><dt>手机号</dt><dd class="num">{{PHONE_MASK}}</dd></div>{{/PHONE_SHOWN}}
{{#LEGAL_REP_SHOWN}}<div><dt>法定代表人（负责人）</dt><dd>{{LEGAL_REP}}</dd></div>{{/LEGAL_REP_SHOWN}}
{{#AGENT_SHOWN}}<div><dt>代理人</dt><dd>{{AGENT_NAME}} <span class="num">{{AGENT_ID_MASK}}</span> <span class="num">{{AGENT_PHONE_MASK}}</span></dd></div>{{/AGENT_SHOWN}}
<div><dt>申请方式</dt><dd>{{CHANNEL}}</dd></div>
{{#INTAKE}}<div><dt>收件经过</dt><dd>{{INTAKE_BY}} 收件，{{INTAKE_CONSENT}}{{#INTAKE_HOW_SHOWN}}；{{INTAKE_HOW}}{{/INTAKE_HOW_SHOWN}}</dd></div>{{/INTAKE}}
<div><dt>结果怎样领取</dt><dd>{{DELIVERY}}</dd></div>
<div><dt>提交时间</dt><dd>{{SUBMITTED_AT}}</dd></div>
<div><dt>完整编号</dt><dd class="num">{{CASE_NO}}</dd></div>
</dl>
{{>FORM_READ}}
<details class="no-print"{{#REVEAL_OPEN}} open{{/REVEAL_OPEN}}><summary>查看被遮住的内容</summary>
<form class="sign" method="post" action="/desk/case/{{SHORT_NO}}/reveal" novalidate><input type="hidden" name="csrf" value="{{CSRF}}">
{{>FORM_ERRORS}}
<div class="field"><label for="f-field">要看的内容</label><select id="f-field" name="field" class="w-l">{{#REVEAL_CHOICE}}<option value="{{FIELD_KEY}}"{{#FIELD_ON}} selected{{/FIELD_ON}}>{{FIELD_LABEL}}</option>{{/REVEAL_CHOICE}}</select></div>
<div class="field{{#WHY_WRONG}} is-wrong{{/WHY_WRONG}}"><label for="f-why">查看的理由<span class="req">必填</span></label>{{#WHY_WRONG}}<p class="field-wrong">{{WHY_MESSAGE}}</p>{{/WHY_WRONG}}<input type="text" id="f-why" name="why" value="{{WHY_VALUE}}" maxlength="200" required></div>
<button class="btn btn-second" type="submit">查看</button><p class="hint">谁、什么时候、为什么看，都会记录。</p></form></details>
</details>
{{#REVIEW_POINTS}}<details class="review-facts"><summary>整件的审查要点</summary><ul class="plain-list">{{#REVIEW_POINT}}<li>{{REVIEW_POINT_TEXT}}</li>{{/REVIEW_POINT}}</ul></details>{{/REVIEW_POINTS}}
<form class="review-form" method="post" action="/desk/case/{{SHORT_NO}}/act" data-review>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="version" value="{{VERSION}}">
<h2 id="review-h">材料</h2>
{{#ITEM}}<fieldset class="review-item field" id="f-{{ITEM_KEY}}">
<legend class="visually-hidden">{{ITEM_NAME}}</legend>
<h3>{{ITEM_SEQ}}. {{ITEM_NAME}} <span class="tag tag-plain">{{ITEM_STATE}}</span>{{#LISTED}} <span class="tag tag-wait">告知书所列</span>{{/LISTED}}</h3>
{{#FILE}}<p class="file-line">{{#FILE_SEEN}}<a href="{{FILE_URL}}" target="preview" data-open>{{FILE_NAME}}</a> <a class="hint" href="/file/{{FILE_ID}}" target="_blank" rel="noopener">新页打开<span class="visually-hidden">{{FILE_NAME}}</span></a>{{/FILE_SEEN}}{{#FILE_SAVED}}<a href="/file/{{FILE_ID}}">{{FILE_NAME}}</a> <span class="hint">点开会下载</span>{{/FILE_SAVED}} <span class="hint">{{FILE_SIZE}}，{{FILE_AT}}</span>{{#FILE_NEW}} <span class="mark-new">补正后新交</span>{{/FILE_NEW}}{{#ORIGIN_SHOWN}} <span class="reuse-from">{{ORIGIN}}</span>{{/ORIGIN_SHOWN}}</p>
{{/FILE}}{{#ORIGIN_SHOWN}}<p class="reuse-from">{{ORIGIN}}</p>{{/ORIGIN_SHOWN}}{{#GAP_ASKED}}<p class="hint">申请人承诺以后补交。同意容缺的，不用选，或者选“符合要求”；不同意的，选“材料不齐全”，写明理由，会告诉申请人。</p>{{/GAP_ASKED}}{{#NO_FILE}}<p class="hint">没有上传文件。</p>{{/NO_FILE}}{{#FILLED}}<p class="hint">申请人在网上填的表，见上面的<a href="#form-h">申请表</a>。</p>{{/FILLED}}
{{#POINTS}}<ul class="review-points">{{#POINT}}<li>{{POINT_TEXT}}</li>{{/POINT}}</ul>{{/POINTS}}
{{#JUDGED}}<p>结论：{{VERDICT_NAME}}{{#VERDICT_SAID}}<br>哪里不对：{{VERDICT_REASON}}<br>应该怎样：{{VERDICT_REMEDY}}{{/VERDICT_SAID}}</p>{{/JUDGED}}
{{#JUDGE}}<div class="verdict">
<label class="choice verdict-pass"><input type="radio" name="v.{{ITEM_KEY}}" value="ok"{{#V_OK}} checked{{/V_OK}}><span>符合要求</span></label>
<label class="choice verdict-fail"><input type="radio" name="v.{{ITEM_KEY}}" value="missing"{{#V_MISSING}} checked{{/V_MISSING}}><span>材料不齐全</span></label>
<label class="choice verdict-fail"><input type="radio" name="v.{{ITEM_KEY}}" value="not_in_form"{{#V_NOT_IN_FORM}} checked{{/V_NOT_IN_FORM}}><span>不符合法定形式</span></label>
</div>
<div class="field" data-when-field="v.{{ITEM_KEY}}" data-when-values="missing|not_in_form">
<label for="f-r.{{ITEM_KEY}}">哪里不对<span class="req">必填</span></label>
<textarea id="f-r.{{ITEM_KEY}}" name="r.{{ITEM_KEY}}" rows="2" maxlength="500">{{V_REASON:p}}</textarea>
<label for="f-d.{{ITEM_KEY}}">应该怎样<span class="req">必填</span></label>
<textarea id="f-d.{{ITEM_KEY}}" name="d.{{ITEM_KEY}}" rows="2" maxlength="500">{{V_REMEDY:p}}</textarea>
</div>{{/JUDGE}}
</fieldset>
{{/ITEM}}
{{#FIELD_JUDGE}}<fieldset class="review-item review-fields field"><legend>申请表里填得不对的</legend>
<p class="field-help">材料没问题、表上写错时用。最多三项。</p>
{{#FIELD_ROW}}<div class="field"><label for="f-fk.{{ROW_NO}}">第 {{ROW_NO}} 项</label><select id="f-fk.{{ROW_NO}}" name="fk.{{ROW_NO}}" class="w-l"><option value="">不选</option>{{#FIELD_OPTION}}<option value="{{FIELD_KEY}}"{{#FIELD_ON}} selected{{/FIELD_ON}}>{{FIELD_LABEL}}</option>{{/FIELD_OPTION}}</select>
<div data-when-field="fk.{{ROW_NO}}" data-when-values="*"><label for="f-fr.{{ROW_NO}}">哪里不对</label><input type="text" id="f-fr.{{ROW_NO}}" name="fr.{{ROW_NO}}" maxlength="500" value="{{FR}}"><label for="f-fd.{{ROW_NO}}">应该怎样</label><input type="text" id="f-fd.{{ROW_NO}}" name="fd.{{ROW_NO}}" maxlength="500" value="{{FD}}"></div></div>
{{/FIELD_ROW}}</fieldset>{{/FIELD_JUDGE}}
{{#NOTE_FIELD}}<div class="field"><label for="f-note">情况说明（只供内部查看）</label><textarea id="f-note" name="note" rows="2" maxlength="2000">{{NOTE_VALUE:p}}</textarea></div>{{/NOTE_FIELD}}
{{#REASON_FIELD}}<div class="field"><label for="f-reason">整体意见（会告诉申请人）</label><textarea id="f-reason" name="reason" rows="2" maxlength="2000">{{REASON_VALUE:p}}</textarea></div>{{/REASON_FIELD}}
{{#KEYS}}<p class="keys" data-keys hidden><kbd>J</kbd> 下一份 <kbd>K</kbd> 上一份 <kbd>1</kbd> 通过 <kbd>2</kbd> 不通过 <kbd>O</kbd> 看材料</p>{{/KEYS}}
{{#ACTS}}<div class="act-bar">{{#JUDGING}}<button class="btn{{#DANGER}} btn-danger{{/DANGER}}{{#MILD}} btn-second{{/MILD}}" type="submit" name="act" value="{{ACT_KEY}}">{{ACT_LABEL}}</button> {{/JUDGING}}{{#PREVIEW}}<button class="btn btn-link" type="submit" name="act" value="{{ACT_KEY}}" formaction="/desk/case/{{SHORT_NO}}/preview" formtarget="preview">预览<span class="visually-hidden">{{DOCUMENT_TITLE}}</span></button> {{/PREVIEW}}</div>{{/ACTS}}
</form>
</div>
</div>{{/WITH_STAFF}}
<div class="case-more">
<section aria-labelledby="events-h"><h2 id="events-h">办理记录</h2>
<ol class="timeline">{{#EVENT}}<li class="is-done"><p class="timeline-what">{{TOLD}}{{#EVENT_NEW}} <span class="mark-new">新</span>{{/EVENT_NEW}}</p><p class="timeline-when">{{AT}} {{ACTOR}}{{#POST_SHOWN}}（{{POST}}）{{/POST_SHOWN}}{{#ACTING_SHOWN}} 代 {{ACTING}} 行使{{/ACTING_SHOWN}} <span class="hint">{{CLAUSE}}</span></p>{{#REASON_SHOWN}}<p class="timeline-say">{{REASON}}</p>{{/REASON_SHOWN}}{{#INNER_SHOWN}}<p class="timeline-say">内部说明：{{INNER}}</p>{{/INNER_SHOWN}}{{#ATTACHED}}<ul class="file-rows">{{#FILE}}<li class="file-row"><a class="file-name" href="/file/{{FILE_ID}}" target="_blank" rel="noopener">{{FILE_NAME}}</a> <span class="file-meta num">{{FILE_SIZE}}</span></li>{{/FILE}}</ul>{{/ATTACHED}}</li>
{{/EVENT}}</ol></section>
<div>
{{#FACTS}}<section aria-labelledby="facts-h"><h2 id="facts-h">审查和决定</h2><dl class="facts facts-tight">{{#FACT}}<div><dt>{{FACT_NAME}}</dt><dd>{{FACT_VALUE}}</dd></div>
{{/FACT}}</dl></section>{{/FACTS}}
{{#CLOCKS}}<section aria-labelledby="clocks-h"><h2 id="clocks-h">时限</h2><table class="table table-cards"><caption class="visually-hidden">每个时限有多长、哪天到期、现在怎样</caption><thead><tr><th scope="col">时限</th><th scope="col">到期日</th><th scope="col">现在</th></tr></thead><tbody>{{#CLOCK_WAITS}}<tr><th class="card-title" scope="row" data-label="时限"><span>{{CLOCK_NAME}}</span></th><td data-label="到期日"></td><td data-label="现在">还没有开始 <span class="hint">从“{{PART_NAME}}”办好的第二天算起</span></td></tr>
{{/CLOCK_WAITS}}{{#CLOCK}}<tr><th class="card-title" scope="row" data-label="时限"><span>{{CLOCK_NAME}}<br><span class="hint">{{CLOCK_LENGTH}}</span></span></th><td data-label="到期日">{{CLOCK_DUE}}</td><td data-label="现在">{{#RUNS}}<span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span>{{/RUNS}}{{#PAUSED}}<span class="due due-paused">暂停中</span> <span class="hint">从 {{SINCE}} 起</span>{{/PAUSED}}{{#STOPPED}}已停止 <span class="hint">{{SINCE}}</span>{{/STOPPED}}{{#STOPPED_LATE}} <span class="tag tag-wrong">超期</span>{{/STOPPED_LATE}}{{#WAS_OVER}} <span class="tag tag-wrong">曾超时</span> <span class="hint">到期日 {{OVER_DAY}}</span>{{/WAS_OVER}}</td></tr>
{{/CLOCK}}</tbody></table>{{#PROVISIONAL}}<p class="hint">下一年的放假安排还没有公布，日期先按周末推算，公布后可能会变。</p>{{/PROVISIONAL}}</section>{{/CLOCKS}}
{{#DOCUMENTS}}<section class="case-docs" aria-labelledby="docs-h"><h2 id="docs-h">已出具的文书</h2><ul class="doc-list">{{#DOCUMENT}}<li><a href="/desk/case/{{SHORT_NO}}/documents/{{DOCUMENT_ID}}">{{DOCUMENT_TITLE}}</a> <span class="num">{{DOCUMENT_NUMBER}}</span>{{#DOCUMENT_INNER}} <span class="tag tag-plain">内部</span>{{/DOCUMENT_INNER}} <span class="hint">{{DOCUMENT_AT}} {{DOCUMENT_BY}}</span></li>
{{/DOCUMENT}}</ul></section>{{/DOCUMENTS}}
{{#LEDGER}}<section aria-labelledby="ledger-h"><h2 id="ledger-h">时限台账</h2><table class="table table-cards"><caption class="visually-hidden">每个时限的开始、停止和变动</caption><thead><tr><th scope="col">时限</th><th scope="col">变动</th><th scope="col">日期</th><th scope="col">期限</th><th scope="col">到期日</th></tr></thead><tbody>{{#LEDGER_ROW}}<tr><td data-label="时限">{{LEDGER_CLOCK}}</td><td data-label="变动">{{LEDGER_ACT}}<br><span class="hint">{{LEDGER_WHY}}<br>{{LEDGER_CLAUSE}}</span></td><td data-label="日期">{{LEDGER_DAY}}</td><td data-label="期限">{{LEDGER_LIMIT}}</td><td data-label="到期日">{{LEDGER_DUE}}</td></tr>
{{/LEDGER_ROW}}</tbody></table></section>{{/LEDGER}}
</div>
</div>
