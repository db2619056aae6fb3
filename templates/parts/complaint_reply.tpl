{{%AUTOESCAPE context="HTML"}}<article class="sheet letter">
<header class="sheet-head"><img src="/static/icons/seal.svg" alt=""><div><p class="sheet-centre">{{CENTRE_NAME}}</p><h1 class="sheet-title">投诉处理书</h1></div></header>
<p class="num">{{#REPLY_SHOWN}}{{REPLY_NO}}{{/REPLY_SHOWN}}</p>
<p>{{WHO}}：</p>
<p>您于{{AT}}反映的{{KIND_NAME}}（编号 <span class="num">{{NUMBER}}</span>）{{#ABOUT_SHOWN}}，涉及{{ABOUT_NAME}} {{ABOUT_TEXT}}{{/ABOUT_SHOWN}}，{{#FAULT_SHOWN}}按《综合窗口业务产生的投诉和纠纷》分工属于“{{FAULT_NAME}}”（{{CLAUSE}}），{{/FAULT_SHOWN}}由{{UNIT_NAME}}调查核实。现答复如下：</p>
{{#REPLY_SHOWN}}<p><b>调查结论：</b>{{FINDING_NAME}}</p>
<p class="voice-text">{{REPLY}}</p>
{{#MAY_REOPEN}}<p>您满意的，可以在进度页上告诉我们；不满意的，请在{{LAPSE}}前写明理由，由上一级另派人员再办。</p>{{/MAY_REOPEN}}{{#LAST_LEVEL}}<p>这是本中心最高一级的答复。仍不满意的，可以向信访部门反映，或者拨打 12345；属于行政行为的，可以依法申请行政复议或者提起行政诉讼。</p>{{/LAST_LEVEL}}{{/REPLY_SHOWN}}
<div class="notice-foot"><div></div><div class="notice-sign"><p>{{UNIT_NAME}}</p><p class="num">{{ISSUED_DAY}}</p></div></div>
<footer class="receipt-foot"><p>{{CENTRE_NAME}}　投诉咨询电话 <span class="num">{{CENTRE_PHONE}}</span></p></footer>
</article>
