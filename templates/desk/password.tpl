{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">重设密码</li></ol></nav>
<h1>重设密码</h1>
<p class="lead">申请人忘了密码，带着证件原件来窗口时用。请先当面核对证件和本人。</p>
{{#DONE}}<div class="note note-ok" role="status" tabindex="-1" data-focus><p>{{NAME}}的新密码：<strong class="num num-big">{{FRESH}}</strong></p><p>请抄给本人，只显示这一次。请提醒登录后到“我的资料”里改成自己的密码。</p></div>{{/DONE}}
{{>FORM_ERRORS}}
<form class="sign" method="post" action="/desk/password" novalidate autocomplete="off">
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#ID_NO_WRONG}} is-wrong{{/ID_NO_WRONG}}"><label for="f-id_no">证件号码<span class="req">必填</span></label>{{#ID_NO_WRONG}}<p class="field-wrong">{{ID_NO_MESSAGE}}</p>{{/ID_NO_WRONG}}<input type="text" id="f-id_no" name="id_no" class="w-l num" value="{{ID_NO_VALUE}}" required></div>
<div class="field{{#NAME_WRONG}} is-wrong{{/NAME_WRONG}}"><label for="f-name">姓名或单位名称<span class="req">必填</span></label>{{#NAME_WRONG}}<p class="field-wrong">{{NAME_MESSAGE}}</p>{{/NAME_WRONG}}<input type="text" id="f-name" name="name" class="w-l" value="{{NAME_VALUE}}" required></div>
<div class="field{{#REASON_WRONG}} is-wrong{{/REASON_WRONG}}"><label for="f-reason">情况说明（记录在案）<span class="req">必填</span></label>{{#REASON_WRONG}}<p class="field-wrong">{{REASON_MESSAGE}}</p>{{/REASON_WRONG}}<input type="text" id="f-reason" name="reason" class="w-l" value="{{REASON_VALUE}}" maxlength="150" required></div>
<div class="field{{#CHECKED_WRONG}} is-wrong{{/CHECKED_WRONG}}">{{#CHECKED_WRONG}}<p class="field-wrong">{{CHECKED_MESSAGE}}</p>{{/CHECKED_WRONG}}<label class="choice"><input type="checkbox" id="f-checked" name="checked" value="1"{{#CHECKED_ON}} checked{{/CHECKED_ON}}><span>已当面核对证件原件和本人</span></label></div>
<button class="btn" type="submit">重设密码</button>
</form>
