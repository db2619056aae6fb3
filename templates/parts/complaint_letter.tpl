{{%AUTOESCAPE context="HTML"}}<article class="sheet letter">
<header class="sheet-head"><img src="/static/icons/seal.svg" alt=""><div><p class="sheet-centre">{{UNIT_NAME}}</p><h1 class="sheet-title">投诉处理书</h1></div></header>
<p class="num">{{REPLY_NO}}</p>
<p>{{WHO}}：</p>
<p>{{OPENING}}</p>
<p><b>调查结论：{{FINDING_NAME}}。</b></p>
<p class="voice-text">{{REPLY}}</p>
<p>{{CLOSING}}</p>
<div class="notice-foot"><figure class="qr">{{>QR}}<figcaption>手机扫一扫，看进度</figcaption></figure><div class="notice-sign{{#SEAL_PLACE}} seal-place{{/SEAL_PLACE}}">{{>SEAL}}<p>{{UNIT_NAME}}</p><p class="num">{{ISSUED_DAY}}</p></div></div>
<footer class="receipt-foot"><p>{{CENTRE_NAME}}{{#PHONE_GIVEN}}　投诉咨询电话 <span class="num">{{CENTRE_PHONE}}</span>{{/PHONE_GIVEN}}</p></footer>
</article>
