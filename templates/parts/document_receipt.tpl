{{%AUTOESCAPE context="HTML"}}<article class="sheet receipt">
<header class="sheet-head"><img src="/static/icons/seal.svg" alt=""><div><p class="sheet-centre">{{CENTRE_NAME}}</p><h1 class="sheet-title">{{DOC_TITLE}}</h1></div></header>
<div class="receipt-id">
<dl class="receipt-no">
<dt>办件编号</dt><dd class="num-big">{{SHORT_NO}}</dd>
{{#CODE_SHOWN}}<dt>查询码</dt><dd class="num-big">{{CODE}}</dd>{{/CODE_SHOWN}}
<dt>事项</dt><dd>{{MATTER_NAME}}</dd>
<dt>申请人</dt><dd>{{APPLICANT_NAME}}　<span class="num">{{APPLICANT_ID}}</span></dd>
{{#AGENT_SHOWN}}<dt>代理人</dt><dd>{{AGENT_NAME}}　<span class="num">{{AGENT_ID}}</span></dd>{{/AGENT_SHOWN}}
<dt>{{WHEN_LABEL}}</dt><dd class="num">{{WHEN}}</dd>
</dl>
<figure class="qr">{{>QR}}<figcaption>手机扫一扫，随时看进度。取件时也凭这个码。</figcaption></figure>
</div>
{{#TABLE}}<h2>{{TABLE_TITLE}}</h2>
<table class="table table-cards">
<thead><tr><th scope="col">序号</th><th scope="col">材料</th>{{#TABLE_FORMS}}<th scope="col">形式</th><th scope="col">份数</th>{{/TABLE_FORMS}}<th scope="col">情况</th></tr></thead>
<tbody>
{{#TABLE_ROW}}<tr><td class="no-card" data-label="序号">{{ROW_SEQ}}</td><th class="card-title" scope="row" data-label="材料">{{ROW_NAME}}</th>{{#ROW_FORMS}}<td data-label="形式">{{ROW_FORM}}</td><td data-label="份数">{{ROW_COPIES}}</td>{{/ROW_FORMS}}<td data-label="情况">{{ROW_STATE}}</td></tr>
{{/TABLE_ROW}}</tbody>
</table>{{/TABLE}}
{{#NEXT_SHOWN}}<h2>接下来</h2>
<ol>
{{#NEXT}}<li>{{NEXT_WHAT}}{{#NEXT_DUE}}最晚 <b class="num">{{NEXT_DAY}}</b>{{#NEXT_DAYS_SHOWN}}（{{NEXT_DAYS}} 个工作日内）{{/NEXT_DAYS_SHOWN}}{{/NEXT_DUE}}{{NEXT_THEN}}</li>
{{/NEXT}}</ol>{{/NEXT_SHOWN}}
<p>查进度：用手机扫上面的二维码，或者打开 <span class="num">{{PROGRESS_URL}}</span>，输入办件编号和查询码。</p>
<footer class="receipt-foot"><p>{{FOOT}}</p><p class="num">{{CASE_NO_LINE}}</p><p>{{#CONSULT_SHOWN}}咨询电话 <span class="num">{{CONSULT_PHONE}}</span>　{{/CONSULT_SHOWN}}{{#SUPERVISE_SHOWN}}监督投诉电话 <span class="num">{{SUPERVISE_PHONE}}</span>　{{/SUPERVISE_SHOWN}}{{CENTRE_NAME}}</p>{{#CHAIN_SHOWN}}<p class="sheet-chain">办理记录校验值 {{CHAIN}}</p>{{/CHAIN_SHOWN}}</footer>
</article>
