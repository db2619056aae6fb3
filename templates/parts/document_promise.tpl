{{%AUTOESCAPE context="HTML"}}{{#COPY}}<article class="sheet letter promise">
<header class="promise-head"><p class="notice-no">No: {{NUMBER}}</p>
{{#COPY_FIRST}}<h1 class="notice-title">{{DOC_TITLE}}<small>（一式两份，{{COPY_NAME}}）</small></h1>{{/COPY_FIRST}}{{#COPY_SECOND}}<h2 class="notice-title">{{DOC_TITLE}}<small>（一式两份，{{COPY_NAME}}）</small></h2>{{/COPY_SECOND}}</header>
{{#PARA}}{{#PARA_PLAIN}}<p class="indent">{{PARA_TEXT}}</p>{{/PARA_PLAIN}}{{#PARA_HEADING}}<h2 class="letter-part">{{PARA_TEXT}}</h2>{{/PARA_HEADING}}
{{/PARA}}
{{#ITEMS}}<ol class="notice-items">
{{#ITEM}}<li><b>{{ITEM_NAME}}</b></li>
{{/ITEM}}</ol>{{/ITEMS}}
<div class="promise-hands">
<div><p>{{SIGN_WHO}}：</p>{{#SIGNED_SHOWN}}<p class="promise-name">{{SIGNED_NAME}}</p><p>{{SIGNED_HOW}}</p><p class="num">{{SIGNED_DAY}}</p>{{/SIGNED_SHOWN}}{{#UNSIGNED}}<p class="promise-blank">　</p><p>　　　　年　　月　　日</p>{{/UNSIGNED}}</div>
<div class="seal-place">{{>SEAL}}<p>{{COUNTERSIGN_WHO}}：</p><p>{{SEAL_TEXT}}</p><p class="num">{{ISSUED_DAY}}</p></div>
</div>
<div class="receipt-id">
<dl class="letter-facts promise-facts">
{{#FACT}}<div class="is-wide"><dt>{{FACT_NAME}}</dt><dd>{{FACT_TEXT}}</dd></div>
{{/FACT}}</dl>
<figure class="qr">{{>QR}}<figcaption>手机扫一扫，看办理进度。</figcaption></figure>
</div>
{{#CHAIN_SHOWN}}<p class="sheet-chain">办理记录校验值 {{CHAIN}}</p>{{/CHAIN_SHOWN}}
</article>
{{/COPY}}
