{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置">
<ol><li><a href="/account">我的办件</a></li><li aria-current="page">{{NAME}}</li></ol>
</nav>
<h1>{{NAME}}</h1>
<p class="case-no">办件编号 <span class="num">{{SHORT_NO}}</span> <button class="btn btn-second btn-small" type="button" data-copy="{{SHORT_NO}}" hidden>复制编号</button></p>
{{#SAY_SHOWN}}<div class="note note-wrong" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
{{#WAYBILL_SHOWN}}<p class="lead">由 {{COURIER}} 寄出，运单号 <strong class="num">{{WAYBILL}}</strong> <button class="btn btn-second btn-small" type="button" data-copy="{{WAYBILL}}" hidden>复制运单号</button></p>
{{/WAYBILL_SHOWN}}{{>CASEPAGE}}
<section aria-labelledby="facts-h"><h2 id="facts-h">办件信息</h2>
<dl class="facts">
<div><dt>申请人</dt><dd>{{APPLICANT}}　<span class="num">{{APPLICANT_ID}}</span></dd></div>
{{#AGENT_SHOWN}}<div><dt>代理人</dt><dd>{{AGENT_NAME}}</dd></div>{{/AGENT_SHOWN}}
<div><dt>事项</dt><dd><a href="/matters/{{CODE}}">{{NAME}}</a></dd></div>
<div><dt>业务主管部门</dt><dd>{{DEPT_NAME}}</dd></div>
<div><dt>申请方式</dt><dd>{{CHANNEL}}</dd></div>
<div><dt>结果怎样给您</dt><dd>{{DELIVERY_NAME}}</dd></div>
<div><dt>完整编号</dt><dd class="num">{{CASE_NO}}</dd></div>
</dl>
<p class="btn-row"><a class="btn btn-second" href="/case/{{SHORT_NO}}/receipt">看回执、打印</a>{{#MAY_WITHDRAW}} <a class="btn btn-link btn-danger" href="{{URL}}/withdraw">撤回申请</a>{{/MAY_WITHDRAW}}</p>
<p class="no-print">对这件事有意见？<a href="/complain?about=case&amp;no={{SHORT_NO:u}}">投诉、提建议</a>　有不明白的？<a href="/ask?matter={{CODE:u}}&amp;no={{SHORT_NO:u}}">问一问</a></p></section>
<section aria-labelledby="given-h"><h2 id="given-h">您提交的内容</h2>
{{>FORM_READ}}
<h3>材料</h3>
{{>MATERIAL_TABLE}}
</section>
