{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li><a href="/account">我的办件</a></li><li aria-current="page">我的资料</li></ol></nav>
<h1>我的资料</h1>
{{>FORM_ERRORS}}
<dl class="facts">
<div><dt>姓名或单位名称</dt><dd>{{NAME}}</dd></div>
<div><dt>证件</dt><dd>{{ID_TYPE_NAME}} <span class="num">{{ID_MASK}}</span></dd></div>
{{#LEGAL_REP_SHOWN}}<div><dt>法定代表人（负责人）</dt><dd>{{LEGAL_REP}}</dd></div>{{/LEGAL_REP_SHOWN}}
<div><dt>手机号</dt><dd class="num">{{PHONE_MASK}}</dd></div>
<div><dt>注册时间</dt><dd>{{CREATED_AT}}</dd></div>
</dl>
<p class="btn-row"><a class="btn btn-second" href="/account/credit">我的信用记录</a></p>
<p class="hint">姓名和证件号码是实名信息，不能在网上改；有变化请带证件到窗口办理。</p>
<section aria-labelledby="phone-h"><h2 id="phone-h">更换手机号</h2>
<form class="sign" method="post" action="/account/phone" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#PHONE_WRONG}} is-wrong{{/PHONE_WRONG}}">
<label for="f-phone">新手机号<span class="req">必填</span></label>
{{#PHONE_WRONG}}<p class="field-wrong" id="f-phone-wrong">{{PHONE_MESSAGE}}</p>
{{/PHONE_WRONG}}<input type="tel" id="f-phone" name="phone" class="w-m num" value="{{PHONE_VALUE}}" autocomplete="tel" inputmode="tel" required{{#PHONE_WRONG}} aria-invalid="true" aria-describedby="f-phone-wrong"{{/PHONE_WRONG}}>
</div>
<div class="field"><label for="f-phone-password">密码</label><input type="password" id="f-phone-password" name="password" class="w-m" autocomplete="current-password" required></div>
<button class="btn btn-second" type="submit">更换手机号</button>
</form></section>
<section aria-labelledby="password-h"><h2 id="password-h">修改密码</h2>
<p class="hint">改好后，其他设备上的登录会全部退出。</p>
<form class="sign" method="post" action="/account/password" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#PASSWORD_WRONG}} is-wrong{{/PASSWORD_WRONG}}">
<label for="f-password">现在的密码<span class="req">必填</span></label>
{{#PASSWORD_WRONG}}<p class="field-wrong" id="f-password-wrong">{{PASSWORD_MESSAGE}}</p>
{{/PASSWORD_WRONG}}<input type="password" id="f-password" name="password" class="w-m" autocomplete="current-password" required{{#PASSWORD_WRONG}} aria-invalid="true" aria-describedby="f-password-wrong"{{/PASSWORD_WRONG}}>
</div>
<div class="field{{#PASSWORD_NEW_WRONG}} is-wrong{{/PASSWORD_NEW_WRONG}}">
<label for="f-password_new">新密码<span class="req">必填</span></label>
<p class="field-help" id="f-password_new-help">至少 8 位。</p>
{{#PASSWORD_NEW_WRONG}}<p class="field-wrong" id="f-password_new-wrong">{{PASSWORD_NEW_MESSAGE}}</p>
{{/PASSWORD_NEW_WRONG}}<input type="password" id="f-password_new" name="password_new" class="w-m" autocomplete="new-password" required{{#PASSWORD_NEW_WRONG}} aria-invalid="true" aria-describedby="f-password_new-wrong"{{/PASSWORD_NEW_WRONG}}>
</div>
<div class="field{{#PASSWORD_AGAIN_WRONG}} is-wrong{{/PASSWORD_AGAIN_WRONG}}">
<label for="f-password_again">再输一次新密码<span class="req">必填</span></label>
{{#PASSWORD_AGAIN_WRONG}}<p class="field-wrong" id="f-password_again-wrong">{{PASSWORD_AGAIN_MESSAGE}}</p>
{{/PASSWORD_AGAIN_WRONG}}<input type="password" id="f-password_again" name="password_again" class="w-m" autocomplete="new-password" required{{#PASSWORD_AGAIN_WRONG}} aria-invalid="true" aria-describedby="f-password_again-wrong"{{/PASSWORD_AGAIN_WRONG}}>
</div>
<button class="btn btn-second" type="submit">修改密码</button>
</form></section>
<section aria-labelledby="out-h"><h2 id="out-h">退出所有设备</h2>
<p>手机丢了，或者在别人的电脑上忘了退出，可以在这里一次全部退出。</p>
<form method="post" action="/account/sign-out-all"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn btn-danger" type="submit">退出所有设备</button></form></section>
