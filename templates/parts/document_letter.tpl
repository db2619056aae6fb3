{{%AUTOESCAPE context="HTML"}}<article class="sheet letter{{#FRAMED_SHEET}} is-framed{{/FRAMED_SHEET}}">
<header class="sheet-head"><img src="/static/icons/seal.svg" alt=""><div><p class="sheet-centre">{{AUTHORITY}}</p><h1 class="sheet-title">{{DOC_TITLE}}</h1></div></header>
{{#NUMBER_SHOWN}}<p class="notice-no">{{NUMBER}}</p>{{/NUMBER_SHOWN}}
{{#ADDRESSEE_SHOWN}}<p class="letter-to">{{ADDRESSEE}}：</p>{{/ADDRESSEE_SHOWN}}
{{#PARA}}{{#PARA_PLAIN}}<p class="indent">{{PARA_TEXT}}</p>{{/PARA_PLAIN}}{{#PARA_HEADING}}<h2 class="letter-part">{{PARA_TEXT}}</h2>{{/PARA_HEADING}}
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
{{#TABLE}}<table class="table table-cards">{{#TABLE_TITLED}}<caption>{{TABLE_TITLE}}</caption>{{/TABLE_TITLED}}
<thead><tr>{{#TABLE_COLUMN}}<th scope="col">{{COLUMN_NAME}}</th>{{/TABLE_COLUMN}}</tr></thead>
<tbody>
{{#TABLE_ROW}}<tr>{{#TABLE_CELL}}{{#CELL_SEQ}}<td class="no-card" data-label="{{COLUMN_NAME}}">{{CELL_TEXT}}</td>{{/CELL_SEQ}}{{#CELL_TITLE}}<th class="card-title" scope="row" data-label="{{COLUMN_NAME}}">{{CELL_TEXT}}</th>{{/CELL_TITLE}}{{#CELL_PLAIN}}<td data-label="{{COLUMN_NAME}}">{{CELL_TEXT}}</td>{{/CELL_PLAIN}}{{/TABLE_CELL}}</tr>
{{/TABLE_ROW}}</tbody></table>{{/TABLE}}
{{#REMEDIES}}<p>不服本决定的救济途径：</p><ol class="notice-items">{{#REMEDY}}<li>{{REMEDY_TEXT}}</li>{{/REMEDY}}</ol>{{/REMEDIES}}
{{#SIGN_BOTH_SHOWN}}<div class="sign-both"><p>{{SIGN_WHO}}：</p><p>{{COUNTERSIGN_WHO}}：</p><p>　　　　　　　　年　　月　　日</p><p>　　　　　　　　年　　月　　日</p></div>{{/SIGN_BOTH_SHOWN}}
<div class="notice-foot">
<div>{{#SIGN_SHOWN}}<p>{{SIGN_WHO}}：　　　　　　　　年　　月　　日</p>{{/SIGN_SHOWN}}{{#OFFICER_SHOWN}}<p>经办人：{{OFFICER}}</p>{{/OFFICER_SHOWN}}{{#CONSULT_SHOWN}}<p>咨询电话：<span class="num">{{CONSULT_PHONE}}</span></p>{{/CONSULT_SHOWN}}{{#SUPERVISE_SHOWN}}<p>监督投诉电话：<span class="num">{{SUPERVISE_PHONE}}</span></p>{{/SUPERVISE_SHOWN}}</div>
<div class="notice-sign{{#SEAL_PLACE}} seal-place{{/SEAL_PLACE}}">{{>SEAL}}<p>{{SEAL_TEXT}}</p><p class="num">{{ISSUED_DAY}}</p></div>
</div>
{{#CHAIN_SHOWN}}<p class="sheet-chain">办理记录校验值 {{CHAIN}}</p>{{/CHAIN_SHOWN}}
</article>
