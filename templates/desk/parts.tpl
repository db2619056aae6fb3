{{%AUTOESCAPE context="HTML"}}<section class="case-parts" id="parts" aria-labelledby="parts-h">
{{#OPINIONS}}<h2 id="parts-h">联办部门的意见</h2>
<p class="hint">各部门同时审查，各有各的期限。到期没有提意见的，按没有不同意见处理，由这个部门负责；有部门不同意时不能准予，要先由它改提意见，或者作出不予的决定。</p>{{/OPINIONS}}{{#DECISIONS}}<h2 id="parts-h">各件办理情况</h2>
<p class="hint">每一件由主管的部门分别决定，一件没有批准不影响其他能独立办的。逾期不等于准予。申请人要{{#SINGLY}}<strong>办好一件领一件</strong>{{/SINGLY}}{{#TOGETHER}}<strong>全部办好一起领</strong>{{/TOGETHER}}。</p>{{/DECISIONS}}
<table class="table table-cards">
<caption class="visually-hidden">各部门负责的内容、期限和结果</caption>
<thead><tr><th scope="col">内容</th><th scope="col">部门</th><th scope="col">情况</th><th scope="col">意见和文书</th><th scope="col" class="no-print">办理</th></tr></thead>
<tbody>
{{#PART}}<tr id="part-{{PART_SEQ}}"><th class="card-title" scope="row" data-label="内容"><span>{{PART_NAME}}<br><span class="num hint nowrap">{{PART_NUMBER}}</span></span></th><td data-label="部门"><span>{{PART_DEPT}}</span></td><td data-label="情况"><span><span class="tag {{PART_TAG}}">{{PART_STATE}}</span>{{#PART_CLOCK}} <span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span> <span class="num nowrap">{{DUE}}</span>{{/PART_CLOCK}}{{#PART_LATE}} <span class="tag tag-wrong">曾经逾期</span>{{/PART_LATE}}</span></td><td data-label="意见和文书"><span>{{#PART_SAID}}{{PART_OPINION}}<br>{{/PART_SAID}}{{#PART_BY}}<span class="hint">{{PART_STAFF}} {{PART_AT}}</span><br>{{/PART_BY}}{{#PART_PAPER}}<a href="/desk/case/{{SHORT_NO}}/documents/{{DOCUMENT_ID}}">{{DOCUMENT_TITLE}}</a> {{/PART_PAPER}}{{#PART_READY}}<br><span class="hint">{{PART_AT}} 由 {{PART_STAFF}} 送到窗口</span>{{/PART_READY}}{{#PART_HANDED}}<br><span class="hint">{{PART_AT}} 由 {{PART_RECEIVER}} 领取</span>{{/PART_HANDED}}</span></td><td class="no-print" data-label="办理"><span class="part-acts">{{#PART_ACT}}<a class="btn btn-small {{#DANGER}}btn-danger{{/DANGER}}{{#MILD}}btn-second{{/MILD}}" href="/desk/case/{{SHORT_NO}}/do/{{ACT_KEY}}?part={{PART_SEQ}}">{{ACT_LABEL}}</a> {{/PART_ACT}}</span></td></tr>
{{/PART}}</tbody></table>
</section>
