{{%AUTOESCAPE context="HTML"}}{{#STAFF_WAY}}<p class="btn-row no-print"><a class="btn" href="/desk/enquiries/{{NUMBER}}">工作人员：到办件台打开</a></p>
{{/STAFF_WAY}}{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
<article class="sheet receipt">
<header class="sheet-head"><img src="/static/icons/seal.svg" alt=""><div><p class="sheet-centre">{{CENTRE}}</p><h1 class="sheet-title">咨询</h1></div></header>
<div class="receipt-id">
<dl class="receipt-no">
<dt>编号</dt><dd class="num-big">{{NUMBER}}</dd>
<dt>查询码</dt><dd class="num-big">{{QUERY_CODE}}</dd>
<dt>收到</dt><dd class="num">{{AT}}</dd>
<dt>最晚答复</dt><dd class="num">{{DUE}}</dd>
</dl>
<figure class="qr">{{>QR}}<figcaption>手机扫一扫，看答复</figcaption></figure>
</div>
<section class="now-box" aria-labelledby="now-h"><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span><h2 id="now-h">{{HEADLINE}}</h2>
{{#OWNER_SHOWN}}<p>负责人：{{OWNER}}</p>{{/OWNER_SHOWN}}{{#DEPT_SHOWN}}<p>正在问：{{DEPT_NAME}}</p>{{/DEPT_SHOWN}}{{#LATER_SHOWN}}<p>已告知：{{LATER}}，{{WAY_NAME}}。</p>{{/LATER_SHOWN}}</section>
<section aria-labelledby="q-h"><h2 id="q-h">您的问题</h2>{{#MATTER_SHOWN}}<p>事项：<a href="/matters/{{CODE}}">{{NAME}}</a></p>{{/MATTER_SHOWN}}<p class="voice-text">{{QUESTION}}</p></section>
{{#ANSWER_SHOWN}}<section aria-labelledby="a-h"><h2 id="a-h">答复</h2><p class="voice-text">{{ANSWER}}</p><p class="hint">{{ANSWER_AT}}　{{WAY_NAME}}</p></section>{{/ANSWER_SHOWN}}
{{#PROVISIONAL}}<p class="hint">下一年的放假安排还没有公布，日期先按周末推算，公布后可能会变。</p>{{/PROVISIONAL}}
</article>
<div class="voice-acts no-print">{{>ACTS}}</div>
<section aria-labelledby="course-h"><h2 id="course-h">办理经过</h2>
{{>COURSE}}</section>
