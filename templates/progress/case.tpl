{{%AUTOESCAPE context="HTML"}}<h1>{{NAME}}</h1>
<p class="case-no">办件编号 <span class="num">{{SHORT_NO}}</span></p>
{{#STAFF_WAY}}<p class="btn-row no-print"><a class="btn" href="/desk/find?q=/t/{{TOKEN}}">工作人员：到办件台打开</a></p>
{{/STAFF_WAY}}{{>CASEPAGE}}
<section aria-labelledby="facts-h"><h2 id="facts-h">办件信息</h2>
<dl class="facts">
<div><dt>申请人</dt><dd>{{APPLICANT}}</dd></div>
<div><dt>事项</dt><dd><a href="/matters/{{CODE}}">{{NAME}}</a></dd></div>
<div><dt>业务主管部门</dt><dd>{{DEPT_NAME}}</dd></div>
<div><dt>申请方式</dt><dd>{{CHANNEL}}</dd></div>
<div><dt>提交时间</dt><dd>{{SUBMITTED_AT}}</dd></div>
<div><dt>结果怎样领取</dt><dd>{{DELIVERY}}</dd></div>
<div><dt>完整编号</dt><dd class="num">{{CASE_NO}}</dd></div>
</dl>
<p class="hint">这一页只显示办理情况，不显示个人资料。任何拿着回执的人都能看到。</p>
<p class="no-print">对这件事有意见？<a href="/complain?about=case&amp;no={{SHORT_NO:u}}">投诉、提建议</a>　有不明白的？<a href="/ask?matter={{CODE:u}}&amp;no={{SHORT_NO:u}}">问一问</a></p>
<details class="trail"><summary>怎样知道办理记录没有被改过？</summary><p>这件事一共有 {{EVENT_COUNT}} 条记录，每一条都锁住前一条。最后一条的校验值是：</p><p class="num hash">{{EVENT_HEAD}}</p><p>每份纸质文书上都印有当时的校验值，可以对照。</p></details></section>
