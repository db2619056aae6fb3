{{%AUTOESCAPE context="HTML"}}<h1>登录</h1>
{{>FORM_ERRORS}}
<form class="sign" method="post" action="/account/sign-in" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="back" value="{{BACK_VALUE}}">
<div class="field{{#LOGIN_WRONG}} is-wrong{{/LOGIN_WRONG}}"><label for="f-login">证件号码或手机号</label>{{#LOGIN_WRONG}}<p class="field-wrong" id="f-login-wrong">{{LOGIN_MESSAGE}}</p>{{/LOGIN_WRONG}}<input type="text" id="f-login" name="login" value="{{LOGIN_VALUE}}" autocomplete="username" spellcheck="false" required></div>
<div class="field{{#PASSWORD_WRONG}} is-wrong{{/PASSWORD_WRONG}}"><label for="f-password">密码</label>{{#PASSWORD_WRONG}}<p class="field-wrong">{{PASSWORD_MESSAGE}}</p>{{/PASSWORD_WRONG}}<p class="field-help" id="f-password-help">连续输错 5 次，会暂停登录 15 分钟。</p><input type="password" id="f-password" name="password" autocomplete="current-password" aria-describedby="f-password-help" required></div>
<button class="btn" type="submit" data-busy="正在登录…">登录</button>
<p class="sign-other">还没有账号？<a href="/account/sign-up?back={{BACK_VALUE:u}}">去注册</a></p>
<p class="sign-other">忘记密码：请带上证件到政务服务中心窗口，当场就能重设。</p>
<p class="sign-other">工作人员请从<a href="/desk/sign-in">工作台入口</a>登录。</p>
</form>
