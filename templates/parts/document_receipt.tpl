{{%AUTOESCAPE context="HTML"}}<article class="sheet receipt">
<header class="sheet-head"><img src="/static/icons/seal.svg" alt=""><div><p class="sheet-centre">{{CENTRE_NAME}}</p><h1 class="sheet-title">{{DOC_TITLE}}</h1></div></header>
<div class="receipt-id">
<dl class="receipt-no">
{{#FACT}}<dt>{{FACT_NAME}}</dt><dd{{#FACT_BIG}} class="num-big"{{/FACT_BIG}}{{#FACT_PLAIN}} class="num"{{/FACT_PLAIN}}>{{FACT_TEXT}}</dd>
{{/FACT}}</dl>
<figure class="qr">{{>QR}}<figcaption>手机扫一扫，随时看进度。取件时也凭这个码。</figcaption></figure>
</div>
{{#TABLE}}{{#TABLE_TITLED}}<h2>{{TABLE_TITLE}}</h2>{{/TABLE_TITLED}}
<table class="table table-cards">
<thead><tr>{{#TABLE_COLUMN}}<th scope="col">{{COLUMN_NAME}}</th>{{/TABLE_COLUMN}}</tr></thead>
<tbody>
{{#TABLE_ROW}}<tr>{{#TABLE_CELL}}{{#CELL_SEQ}}<td class="no-card" data-label="{{COLUMN_NAME}}">{{CELL_TEXT}}</td>{{/CELL_SEQ}}{{#CELL_TITLE}}<th class="card-title" scope="row" data-label="{{COLUMN_NAME}}">{{CELL_TEXT}}</th>{{/CELL_TITLE}}{{#CELL_PLAIN}}<td data-label="{{COLUMN_NAME}}">{{CELL_TEXT}}</td>{{/CELL_PLAIN}}{{/TABLE_CELL}}</tr>
{{/TABLE_ROW}}</tbody>
</table>{{/TABLE}}
{{#NEXT_SHOWN}}<h2>接下来</h2>
<ol>
{{#NEXT}}<li>{{NEXT_WHAT}}{{#NEXT_DUE}}最晚 <b class="num">{{NEXT_DAY}}</b>{{#NEXT_DAYS_SHOWN}}（{{NEXT_DAYS}} 个工作日内）{{/NEXT_DAYS_SHOWN}}{{/NEXT_DUE}}{{NEXT_THEN}}</li>
{{/NEXT}}</ol>{{/NEXT_SHOWN}}
<p>查进度：用手机扫上面的二维码，或者打开 <span class="num">{{PROGRESS_URL}}</span>，输入办件编号和查询码。</p>
{{#SEAL_SHOWN}}<div class="notice-foot"><div></div><div class="notice-sign seal-place">{{>SEAL}}<p>{{SEAL_TEXT}}</p><p class="num">{{ISSUED_DAY}}</p></div></div>{{/SEAL_SHOWN}}
<footer class="receipt-foot"><p>{{FOOT}}</p><p class="num">{{CASE_NO_LINE}}</p><p>{{#CONSULT_SHOWN}}咨询电话 <span class="num">{{CONSULT_PHONE}}</span>　{{/CONSULT_SHOWN}}{{#SUPERVISE_SHOWN}}监督投诉电话 <span class="num">{{SUPERVISE_PHONE}}</span>　{{/SUPERVISE_SHOWN}}{{CENTRE_NAME}}</p>{{#CHAIN_SHOWN}}<p class="sheet-chain">办理记录校验值 {{CHAIN}}</p>{{/CHAIN_SHOWN}}</footer>
</article>
