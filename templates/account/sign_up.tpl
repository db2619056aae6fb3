{{%AUTOESCAPE context="HTML"}}<h1>注册</h1>
<p class="lead">办事要实名。请按证件上的写，我们会核对号码的格式。</p>
{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/account/sign-up" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="back" value="{{BACK_VALUE}}">
<fieldset class="field">
<legend>您为谁注册？<span class="req">必填</span></legend>
<div class="choices choices-inline" id="f-kind">
<label class="choice"><input type="radio" name="kind" value="natural"{{#KIND_IS_NATURAL}} checked{{/KIND_IS_NATURAL}}><span>个人</span></label>
<label class="choice"><input type="radio" name="kind" value="legal"{{#KIND_IS_LEGAL}} checked{{/KIND_IS_LEGAL}}><span>企业等法人单位</span></label>
<label class="choice"><input type="radio" name="kind" value="other_org"{{#KIND_IS_OTHER_ORG}} checked{{/KIND_IS_OTHER_ORG}}><span>个体工商户和其他组织</span></label>
</div>
</fieldset>
<div class="field{{#NAME_WRONG}} is-wrong{{/NAME_WRONG}}">
<label for="f-name">姓名或单位名称<span class="req">必填</span></label>
{{#NAME_WRONG}}<p class="field-wrong" id="f-name-wrong">{{NAME_MESSAGE}}</p>
{{/NAME_WRONG}}<input type="text" id="f-name" name="name" class="w-l" value="{{NAME_VALUE}}" autocomplete="name" required{{#NAME_WRONG}} aria-invalid="true" aria-describedby="f-name-wrong"{{/NAME_WRONG}}>
</div>
<div class="field{{#ID_TYPE_WRONG}} is-wrong{{/ID_TYPE_WRONG}}">
<label for="f-id_type">证件类型<span class="req">必填</span></label>
{{#ID_TYPE_WRONG}}<p class="field-wrong" id="f-id_type-wrong">{{ID_TYPE_MESSAGE}}</p>
{{/ID_TYPE_WRONG}}<select id="f-id_type" name="id_type" class="w-l"><option value="111"{{#ID_TYPE_IS_111}} selected{{/ID_TYPE_IS_111}}>居民身份证</option><option value="HMT"{{#ID_TYPE_IS_HMT}} selected{{/ID_TYPE_IS_HMT}}>港澳台居民居住证</option><option value="553"{{#ID_TYPE_IS_553}} selected{{/ID_TYPE_IS_553}}>外国人永久居留身份证</option><option value="516"{{#ID_TYPE_IS_516}} selected{{/ID_TYPE_IS_516}}>港澳居民来往内地通行证</option><option value="511"{{#ID_TYPE_IS_511}} selected{{/ID_TYPE_IS_511}}>台湾居民来往大陆通行证</option><option value="414"{{#ID_TYPE_IS_414}} selected{{/ID_TYPE_IS_414}}>护照</option><option value="001"{{#ID_TYPE_IS_001}} selected{{/ID_TYPE_IS_001}}>统一社会信用代码（单位选这个）</option></select>
</div>
<div class="field{{#ID_NO_WRONG}} is-wrong{{/ID_NO_WRONG}}">
<label for="f-id_no">证件号码<span class="req">必填</span></label>
<p class="field-help" id="f-id_no-help">身份证和统一社会信用代码都是 18 位。</p>
{{#ID_NO_WRONG}}<p class="field-wrong" id="f-id_no-wrong">{{ID_NO_MESSAGE}}</p>
{{/ID_NO_WRONG}}<input type="text" id="f-id_no" name="id_no" class="w-l num" value="{{ID_NO_VALUE}}" autocapitalize="characters" spellcheck="false" required{{#ID_NO_WRONG}} aria-invalid="true" aria-describedby="f-id_no-wrong"{{/ID_NO_WRONG}}>
</div>
{{#MAY_CONFIRM}}<div class="field"><label class="choice"><input type="checkbox" name="id_confirmed" value="1"{{#ID_CONFIRMED_ON}} checked{{/ID_CONFIRMED_ON}}><span>我已对照营业执照核对，代码没有错<span class="choice-help">少数早年发的代码，最后一位不符合现在的规则</span></span></label></div>
{{/MAY_CONFIRM}}<div class="field{{#LEGAL_REP_WRONG}} is-wrong{{/LEGAL_REP_WRONG}}" data-when-field="kind" data-when-values="legal|other_org">
<label for="f-legal_rep">法定代表人（负责人）姓名</label>
<p class="field-help" id="f-legal_rep-help">单位注册才填。</p>
{{#LEGAL_REP_WRONG}}<p class="field-wrong" id="f-legal_rep-wrong">{{LEGAL_REP_MESSAGE}}</p>
{{/LEGAL_REP_WRONG}}<input type="text" id="f-legal_rep" name="legal_rep" class="w-l" value="{{LEGAL_REP_VALUE}}"{{#LEGAL_REP_WRONG}} aria-invalid="true" aria-describedby="f-legal_rep-wrong"{{/LEGAL_REP_WRONG}}>
</div>
<div class="field{{#PHONE_WRONG}} is-wrong{{/PHONE_WRONG}}">
<label for="f-phone">手机号<span class="req">必填</span></label>
<p class="field-help" id="f-phone-help">办理进度会发短信到这个号码。</p>
{{#PHONE_WRONG}}<p class="field-wrong" id="f-phone-wrong">{{PHONE_MESSAGE}}</p>
{{/PHONE_WRONG}}<input type="tel" id="f-phone" name="phone" class="w-m num" value="{{PHONE_VALUE}}" autocomplete="tel" inputmode="tel" required{{#PHONE_WRONG}} aria-invalid="true" aria-describedby="f-phone-wrong"{{/PHONE_WRONG}}>
</div>
<div class="field{{#PASSWORD_WRONG}} is-wrong{{/PASSWORD_WRONG}}">
<label for="f-password">设置密码<span class="req">必填</span></label>
<p class="field-help" id="f-password-help">至少 8 位。可以用一句自己记得住的话。</p>
{{#PASSWORD_WRONG}}<p class="field-wrong" id="f-password-wrong">{{PASSWORD_MESSAGE}}</p>
{{/PASSWORD_WRONG}}<input type="password" id="f-password" name="password" class="w-m" autocomplete="new-password" required{{#PASSWORD_WRONG}} aria-invalid="true" aria-describedby="f-password-wrong"{{/PASSWORD_WRONG}}>
</div>
<div class="field{{#PASSWORD_AGAIN_WRONG}} is-wrong{{/PASSWORD_AGAIN_WRONG}}">
<label for="f-password_again">再输一次密码<span class="req">必填</span></label>
{{#PASSWORD_AGAIN_WRONG}}<p class="field-wrong" id="f-password_again-wrong">{{PASSWORD_AGAIN_MESSAGE}}</p>
{{/PASSWORD_AGAIN_WRONG}}<input type="password" id="f-password_again" name="password_again" class="w-m" autocomplete="new-password" required{{#PASSWORD_AGAIN_WRONG}} aria-invalid="true" aria-describedby="f-password_again-wrong"{{/PASSWORD_AGAIN_WRONG}}>
</div>
<div class="field{{#AGREE_WRONG}} is-wrong{{/AGREE_WRONG}}">{{#AGREE_WRONG}}<p class="field-wrong" id="f-agree-wrong">{{AGREE_MESSAGE}}</p>{{/AGREE_WRONG}}
<label class="choice"><input type="checkbox" id="f-agree" name="agree" value="1"{{#AGREE_ON}} checked{{/AGREE_ON}}><span>我已看过并同意下面的个人信息说明</span></label>
<details><summary>个人信息说明</summary><p>我们只为办理您申请的事项收集这些信息，只给经办的部门使用，不作别的用途。证件号码和手机号在系统里加密保存，页面上只显示一部分；工作人员每次查看都有记录。您可以随时在“我的资料”里查看、更正。</p></details></div>
<button class="btn" type="submit" data-busy="正在注册…">注册</button>
<p class="sign-other">已经有账号？<a href="/account/sign-in?back={{BACK_VALUE:u}}">去登录</a></p>
</form>
