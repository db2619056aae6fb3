{{%AUTOESCAPE context="HTML"}}<nav class="crumbs no-print" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/enquiries">咨询</a></li><li aria-current="page">{{NUMBER}}</li></ol></nav>
<h1>咨询 <span class="num">{{NUMBER}}</span></h1>
<p class="case-line"><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span>{{#OWNER_SHOWN}} <span>首问负责人：{{OWNER}}</span>{{/OWNER_SHOWN}}{{#DEPT_SHOWN}} <span>已转：{{DEPT_NAME}}</span>{{/DEPT_SHOWN}} {{#DUE_TAG}}<span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span> <span class="num">{{DUE}}</span>{{/DUE_TAG}}{{#RUDE}} <span class="tag tag-wait">用语先看</span>{{/RUDE}}</p>
{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
{{#REVEALED}}<div class="note note-info" role="status"><p>{{REVEALED_NAME}}　<span class="num">{{REVEALED_VALUE}}</span></p><p class="hint">这次查看已经记录。</p></div>{{/REVEALED}}
{{#RECEIPT}}<div class="note note-info"><p>请把编号 <span class="num">{{NUMBER}}</span> 和查询码 <span class="num">{{QUERY_CODE}}</span> 告诉咨询人，凭它在网上看答复。</p></div>{{/RECEIPT}}
<div class="two-col"><div>
<section aria-labelledby="q-h"><h2 id="q-h">问题</h2><p class="voice-text">{{QUESTION}}</p>
<dl class="facts">{{#MATTER_SHOWN}}<div><dt>事项</dt><dd><a href="/matters/{{CODE}}">{{NAME}}</a></dd></div>{{/MATTER_SHOWN}}
<div><dt>怎样问的</dt><dd>{{CHANNEL}}　{{AT}}</dd></div>
{{#LATER_SHOWN}}<div><dt>已告知</dt><dd>{{LATER}}，{{WAY_NAME}}</dd></div>{{/LATER_SHOWN}}
<div><dt>咨询人</dt><dd>{{WHO}}</dd></div>
{{#PHONE_KNOWN}}<div><dt>电话</dt><dd class="num">{{PHONE_MASK}}</dd></div></dl>
<details class="no-print"{{#REVEAL_OPEN}} open{{/REVEAL_OPEN}}><summary>看完整的姓名和电话</summary>
<form class="sign" method="post" action="/desk/enquiries/{{NUMBER}}/reveal" novalidate><input type="hidden" name="csrf" value="{{CSRF}}">
{{>FORM_ERRORS}}
<div class="field{{#WHY_WRONG}} is-wrong{{/WHY_WRONG}}"><label for="f-why">查看的理由<span class="req">必填</span></label>{{#WHY_WRONG}}<p class="field-wrong">{{WHY_MESSAGE}}</p>{{/WHY_WRONG}}<input type="text" id="f-why" name="why" value="{{WHY_VALUE}}" maxlength="200" required></div>
<button class="btn btn-second" type="submit">查看</button><p class="hint">谁、什么时候、为什么看，都会记录。</p></form></details><dl class="facts">{{/PHONE_KNOWN}}
</dl></section>
{{#ANSWER_SHOWN}}<section aria-labelledby="a-h"><h2 id="a-h">答复</h2><p class="voice-text">{{ANSWER}}</p><p class="hint">{{ANSWER_AT}}　{{WAY_NAME}}</p></section>{{/ANSWER_SHOWN}}
{{#FAQ_NEW}}<p class="btn-row no-print"><a class="btn btn-second" href="/desk/enquiries/{{NUMBER}}/faq">写成常见问题</a></p>{{/FAQ_NEW}}{{#FAQ_THERE}}<p><a href="/desk/faq/{{ID}}">已写成常见问题</a></p>{{/FAQ_THERE}}
</div><div class="voice-acts no-print">{{>ACTS}}</div></div>
<section aria-labelledby="course-h"><h2 id="course-h">办理经过</h2>
{{>COURSE}}</section>
