{{%AUTOESCAPE context="HTML"}}<h1>工作台登录</h1>
<p class="lead">这里是工作人员的入口。办事群众请<a href="/account/sign-in">从这里登录</a>。</p>
{{>FORM_ERRORS}}
<form class="sign" method="post" action="/desk/sign-in" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="back" value="{{BACK_VALUE}}">
<div class="field{{#LOGIN_WRONG}} is-wrong{{/LOGIN_WRONG}}"><label for="f-login">登录名</label>{{#LOGIN_WRONG}}<p class="field-wrong">{{LOGIN_MESSAGE}}</p>{{/LOGIN_WRONG}}<input type="text" id="f-login" name="login" value="{{LOGIN_VALUE}}" autocomplete="username" spellcheck="false" required></div>
<div class="field{{#PASSWORD_WRONG}} is-wrong{{/PASSWORD_WRONG}}"><label for="f-password">密码</label>{{#PASSWORD_WRONG}}<p class="field-wrong">{{PASSWORD_MESSAGE}}</p>{{/PASSWORD_WRONG}}<input type="password" id="f-password" name="password" autocomplete="current-password" required></div>
<button class="btn" type="submit" data-busy="正在登录…">登录</button>
</form>
