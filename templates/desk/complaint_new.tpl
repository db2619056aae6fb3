{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/complaints">投诉建议</a></li><li aria-current="page">登记</li></ol></nav>
<h1>登记投诉建议</h1>
<p class="lead">照反映人说的如实记录，不改、不劝、不减（AY 6.3.5）。反映人不愿留姓名的，不要追问。</p>
{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/desk/complaints/new" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{>FIELDS}}
<button class="btn" type="submit" data-busy="正在登记…">登记，打印回执</button>
</form>
