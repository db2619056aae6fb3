{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/enquiries">咨询</a></li><li aria-current="page">登记</li></ol></nav>
<h1>登记咨询</h1>
<p class="lead">登记以后，您就是首问负责人，负责到答复为止（GD 10.3.2）。</p>
{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/desk/enquiries/new" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELDS}}
<button class="btn" type="submit" data-busy="正在登记…">登记</button>
</form>
