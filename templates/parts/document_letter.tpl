{{%AUTOESCAPE context="HTML"}}<article class="sheet letter">
<header class="sheet-head"><img src="/static/icons/seal.svg" alt=""><div><p class="sheet-centre">{{AUTHORITY}}</p><h1 class="sheet-title">{{DOC_TITLE}}</h1></div></header>
{{#NUMBER_SHOWN}}<p class="notice-no">{{NUMBER}}</p>{{/NUMBER_SHOWN}}
<p class="letter-to">{{ADDRESSEE}}：</p>
{{#PARA}}<p class="indent">{{PARA_TEXT}}</p>
{{/PARA}}
{{#ITEMS}}<ol class="notice-items">
{{#ITEM}}<li><b>{{ITEM_NAME}}</b>{{#ITEM_WHY}}<br>问题：{{ITEM_REASON}}<br>请您这样改：{{ITEM_REMEDY}}{{/ITEM_WHY}}</li>
{{/ITEM}}</ol>{{/ITEMS}}
<div class="receipt-id">
<dl class="letter-facts">
{{#FACT}}<div{{#FACT_WIDE}} class="is-wide"{{/FACT_WIDE}}><dt>{{FACT_NAME}}</dt><dd>{{FACT_TEXT}}</dd></div>
{{/FACT}}</dl>
<figure class="qr">{{>QR}}<figcaption>手机扫一扫，看办理进度。</figcaption></figure>
</div>
{{#TABLE}}<table class="table table-cards"><caption>{{TABLE_TITLE}}</caption>
<thead><tr><th scope="col">序号</th><th scope="col">材料</th>{{#TABLE_FORMS}}<th scope="col">形式</th><th scope="col">份数</th>{{/TABLE_FORMS}}<th scope="col">情况</th></tr></thead>
<tbody>
{{#TABLE_ROW}}<tr><td class="no-card" data-label="序号">{{ROW_SEQ}}</td><th class="card-title" scope="row" data-label="材料">{{ROW_NAME}}</th>{{#ROW_FORMS}}<td data-label="形式">{{ROW_FORM}}</td><td data-label="份数">{{ROW_COPIES}}</td>{{/ROW_FORMS}}<td data-label="情况">{{ROW_STATE}}</td></tr>
{{/TABLE_ROW}}</tbody></table>{{/TABLE}}
{{#REMEDIES}}<p>不服本决定的救济途径：</p><ol class="notice-items">{{#REMEDY}}<li>{{REMEDY_TEXT}}</li>{{/REMEDY}}</ol>{{/REMEDIES}}
<div class="notice-foot">
<div>{{#SIGN_SHOWN}}<p>申请人签收：　　　　　　　　年　　月　　日</p>{{/SIGN_SHOWN}}{{#OFFICER_SHOWN}}<p>经办人：{{OFFICER}}</p>{{/OFFICER_SHOWN}}{{#CONSULT_SHOWN}}<p>咨询电话：<span class="num">{{CONSULT_PHONE}}</span></p>{{/CONSULT_SHOWN}}{{#SUPERVISE_SHOWN}}<p>监督投诉电话：<span class="num">{{SUPERVISE_PHONE}}</span></p>{{/SUPERVISE_SHOWN}}</div>
<div class="notice-sign seal-place"><p>{{SEAL_TEXT}}</p><p class="num">{{ISSUED_DAY}}</p></div>
</div>
{{#CHAIN_SHOWN}}<p class="sheet-chain">办理记录校验值 {{CHAIN}}</p>{{/CHAIN_SHOWN}}
</article>
