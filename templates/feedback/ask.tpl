{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li aria-current="page">咨询</li></ol></nav>
<h1>有问题，问我们</h1>
<p class="lead">不用登录。谁先接，谁负责到底；{{ENQUIRY_DAYS}} 个工作日以内答复。</p>
<p class="btn-row"><a class="btn btn-second" href="/ask/find">问过的，看答复</a> <a class="btn btn-second" href="/matters">先找找办事指南</a></p>
{{#PHONE_GIVEN}}<p>也可以打电话 <a class="num" href="tel:{{CENTRE_PHONE}}">{{CENTRE_PHONE}}</a>，或者到大厅总服务台当面问。</p>{{/PHONE_GIVEN}}
{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/ask" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELDS}}
<button class="btn" type="submit" data-busy="正在提交…">提交</button>
</form>
