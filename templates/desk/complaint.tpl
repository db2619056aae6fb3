{{%AUTOESCAPE context="HTML"}}<nav class="crumbs no-print" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/complaints">投诉建议</a></li><li aria-current="page">{{NUMBER}}</li></ol></nav>
<h1>{{KIND_NAME}} <span class="num">{{NUMBER}}</span></h1>
<p class="case-line"><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span> <span>{{#HELD}}由 {{HOLDER}} 在办{{/HELD}}{{#UNHELD}}还没有人接{{/UNHELD}}</span> {{#DUE_SHOWN}}<span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span> <span class="num">{{DUE}}</span>{{/DUE_SHOWN}}{{#RUDE}} <span class="tag tag-wait">用语先看</span>{{/RUDE}}</p>
{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
{{#REVEALED}}<div class="note note-info" role="status"><p>{{REVEALED_NAME}}　<span class="num">{{REVEALED_VALUE}}</span></p><p class="hint">这次查看已经记录。</p></div>{{/REVEALED}}
{{#RECEIPT}}<p class="btn-row"><a class="btn" href="/desk/complaints/{{NUMBER}}/receipt">打印回执</a></p>{{/RECEIPT}}
<div class="two-col"><div>
<section aria-labelledby="facts-h"><h2 id="facts-h">反映的内容</h2>
<p class="voice-text">{{FACTS}}</p>
<ul class="file-rows">{{#FILE}}<li class="file-row"><a class="file-name" href="{{FILE_URL}}">{{FILE_NAME}}</a><span class="file-meta">{{FILE_SIZE}}</span></li>
{{/FILE}}</ul>
<dl class="facts">
{{#ABOUT_SHOWN}}<div><dt>关于</dt><dd>{{ABOUT_NAME}}　{{ABOUT_TEXT}}</dd></div>{{/ABOUT_SHOWN}}
{{#FAULT_SHOWN}}<div><dt>情形</dt><dd>{{FAULT_NAME}}{{#CLAUSE_SHOWN}} <span class="voice-clause">{{CLAUSE}}</span>{{/CLAUSE_SHOWN}}</dd></div>{{/FAULT_SHOWN}}
{{#UNIT_SHOWN}}<div><dt>由谁答复</dt><dd>{{UNIT_NAME}}　<span class="hint">{{LEVEL_NAME}}</span></dd></div>{{/UNIT_SHOWN}}
<div><dt>怎样反映的</dt><dd>{{CHANNEL}}　{{AT}}</dd></div>
<div><dt>反映人</dt><dd>{{WHO}}</dd></div>
{{#PHONE_KNOWN}}<div><dt>电话</dt><dd class="num">{{PHONE_MASK}}</dd></div></dl>
<details class="no-print"{{#REVEAL_OPEN}} open{{/REVEAL_OPEN}}><summary>看完整的姓名和电话</summary>
<form class="sign" method="post" action="/desk/complaints/{{NUMBER}}/reveal" novalidate><input type="hidden" name="csrf" value="{{CSRF}}">
{{>FORM_ERRORS}}
<div class="field{{#WHY_WRONG}} is-wrong{{/WHY_WRONG}}"><label for="f-why">查看的理由<span class="req">必填</span></label>{{#WHY_WRONG}}<p class="field-wrong">{{WHY_MESSAGE}}</p>{{/WHY_WRONG}}<input type="text" id="f-why" name="why" value="{{WHY_VALUE}}" maxlength="200" required></div>
<button class="btn btn-second" type="submit">查看</button><p class="hint">谁、什么时候、为什么看，都会记录。</p></form></details><dl class="facts">{{/PHONE_KNOWN}}
{{#SUBJECT}}<div><dt>被反映的人</dt><dd>{{NAME}}（{{POST}}）<span class="hint">{{WHY}}；本人和顶岗的人打不开这件事</span></dd></div>{{/SUBJECT}}
</dl></section>
{{#REPLY_SHOWN}}<section aria-labelledby="reply-h"><h2 id="reply-h">书面答复</h2><p class="num">{{REPLY_NO}}　{{REPLY_AT}}</p><p><b>{{FINDING_NAME}}</b></p><p class="voice-text">{{REPLY}}</p></section>{{/REPLY_SHOWN}}{{#LETTER}}<p class="no-print"><a href="{{LETTER_URL}}">投诉处理书 {{REPLY_NO}}</a> <span class="hint">{{ISSUED_DAY}}</span></p>
{{/LETTER}}
</div><div class="voice-acts no-print">{{>ACTS}}</div></div>
<section aria-labelledby="course-h"><h2 id="course-h">办理经过</h2>
{{>COURSE}}</section>
