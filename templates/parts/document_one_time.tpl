{{%AUTOESCAPE context="HTML"}}<article class="sheet notice-sheet">
{{#STUB}}<section class="notice-copy">
<p class="notice-no">No: {{NUMBER}}</p>
<h1 class="notice-title">{{DOC_TITLE}}<small>（存根联）</small></h1>
<p><span class="blank">{{ADDRESSEE}}</span>单位（同志）：</p>
<p class="indent">{{BODY_TEXT}}</p>
<p>{{LEAD_TEXT}}</p>
<ol class="notice-items">
{{#ITEM}}<li>{{ITEM_NAME}}：{{ITEM_REASON}}{{ITEM_REMEDY}}（<span class="box{{#ITEM_MISSING}} is-ticked{{/ITEM_MISSING}}">材料不齐全</span>　<span class="box{{#ITEM_NOT_IN_FORM}} is-ticked{{/ITEM_NOT_IN_FORM}}">不符合法定形式</span>）</li>
{{/ITEM}}</ol>
<p class="indent">{{CLOSING_TEXT}}</p>
<div class="notice-foot">
<div><p>申请人（签字）：</p><p>联系方式：</p><p>签字日期：　　　　年　　月　　日</p></div>
<div class="notice-sign seal-place">{{>SEAL}}<p>受理机构（专用章）</p><p class="num">{{ISSUED_DAY}}</p></div>
</div>
</section>{{/STUB}}
<div class="cut-line"><span>沿此线剪开</span></div>
{{#REPLY}}<section class="notice-copy">
<div class="notice-code">{{>QR}}</div>
<p class="notice-no">No: {{NUMBER}}</p>
<h2 class="notice-title">{{DOC_TITLE}}<small>（回执联）</small></h2>
<p><span class="blank">{{ADDRESSEE}}</span>单位（同志）：</p>
<p class="indent">{{BODY_TEXT}}</p>
<p>{{LEAD_TEXT}}</p>
<ol class="notice-items">
{{#ITEM}}<li>{{ITEM_NAME}}：{{ITEM_REASON}}{{ITEM_REMEDY}}（<span class="box{{#ITEM_MISSING}} is-ticked{{/ITEM_MISSING}}">材料不齐全</span>　<span class="box{{#ITEM_NOT_IN_FORM}} is-ticked{{/ITEM_NOT_IN_FORM}}">不符合法定形式</span>）</li>
{{/ITEM}}</ol>
<p class="indent">{{CLOSING_TEXT}}</p>
<div class="notice-foot">
<div><p>联系人：{{CONTACT}}</p><p>联系电话：<span class="num">{{CONSULT_PHONE}}</span></p><p>监督投诉电话：<span class="num">{{SUPERVISE_PHONE}}</span></p></div>
<div class="notice-sign seal-place">{{>SEAL}}<p>受理机构（专用章）</p><p class="num">{{ISSUED_DAY}}</p></div>
</div>
{{#CHAIN_SHOWN}}<p class="sheet-chain">办理记录校验值 {{CHAIN}}</p>{{/CHAIN_SHOWN}}
</section>{{/REPLY}}
</article>
