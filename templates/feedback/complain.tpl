{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">投诉建议</li></ol></nav>
<h1>投诉、建议、举报</h1>
<p class="lead">不用登录，也可以不留姓名。{{COMPLAINT_DAYS}} 个工作日以内书面答复；不满意，由上一级另派人再办。</p>
<p class="btn-row"><a class="btn btn-second" href="/complain/find">交过的，查进度</a></p>
{{#PHONE_GIVEN}}<p>不想写的，打电话 <a class="num" href="tel:{{CENTRE_PHONE}}">{{CENTRE_PHONE}}</a>，或者到大厅“有诉即办”窗口，由工作人员记下来，效果一样。</p>{{/PHONE_GIVEN}}
{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/complain" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELDS}}
<p class="hint">辱骂、刷屏的内容会先由专人看过再转办，不会悄悄删掉。</p>
<button class="btn" type="submit" data-busy="正在提交…">提交</button>
</form>
