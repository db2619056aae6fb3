{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/intake?channel={{CHANNEL_KEY:u}}">收件登记</a></li><li aria-current="page">申请人</li></ol></nav>
<h1>{{NAME}}</h1>
<p class="case-line"><span class="tag tag-plain">{{CHANNEL}}</span> <span>{{DEPT_NAME}}</span> <span class="hint">可以申请的：{{OBJECTS}}</span></p>
{{#FINDING}}{{>FORM_ERRORS}}
<form class="sign" method="post" action="/desk/intake/matters/{{CODE}}/find" novalidate autocomplete="off">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="channel" value="{{CHANNEL_KEY}}">
<div class="field{{#ID_NO_WRONG}} is-wrong{{/ID_NO_WRONG}}"><label for="f-id_no">申请人的证件号码<span class="req">必填</span></label>
<p class="field-help" id="f-id_no-help">照证件原件输入，或用读卡器读入。单位输入统一社会信用代码。</p>
{{#ID_NO_WRONG}}<p class="field-wrong">{{ID_NO_MESSAGE}}</p>{{/ID_NO_WRONG}}<input type="text" id="f-id_no" name="id_no" class="w-l num" value="{{ID_NO_VALUE}}" autocapitalize="characters" spellcheck="false" aria-describedby="f-id_no-help" required></div>
<button class="btn" type="submit">查找申请人</button>
<p class="hint">谁查了谁，都会记录。</p>
</form>{{/FINDING}}
{{#OPENING}}{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/desk/intake/matters/{{CODE}}" novalidate autocomplete="off">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="channel" value="{{CHANNEL_KEY}}">
{{#FOUND}}<input type="hidden" name="id_no" value="{{ID_NO}}">
<fieldset class="field{{#ID_TYPE_WRONG}} is-wrong{{/ID_TYPE_WRONG}}"><legend>找到了，请对照证件原件核对</legend>{{#ID_TYPE_WRONG}}<p class="field-wrong">{{ID_TYPE_MESSAGE}}</p>{{/ID_TYPE_WRONG}}<div class="choices" id="f-id_type">
{{#PERSON}}<label class="choice"><input type="radio" name="id_type" value="{{ID_TYPE}}"{{#PERSON_ON}} checked{{/PERSON_ON}}><span>{{APPLICANT}}<span class="choice-help">{{ID_TYPE_NAME}} <span class="num">{{ID_MASK}}</span>，手机 <span class="num">{{PHONE_MASK}}</span>。有网上账号，收件后本人在网上马上能看到。</span></span></label>
{{/PERSON}}</div></fieldset>
{{/FOUND}}{{#ENTERED}}<div class="note note-info"><p>这个证件号码没有网上账号，请照证件录入。录入前请告诉申请人：这些信息只用于办这件事。</p></div>
<fieldset class="field{{#KIND_WRONG}} is-wrong{{/KIND_WRONG}}"><legend>申请人是<span class="req">必填</span></legend>
{{#KIND_WRONG}}<p class="field-wrong">{{KIND_MESSAGE}}</p>{{/KIND_WRONG}}<div class="choices choices-inline" id="f-kind">
<label class="choice"><input type="radio" name="kind" value="natural"{{#KIND_IS_NATURAL}} checked{{/KIND_IS_NATURAL}}><span>个人</span></label>
<label class="choice"><input type="radio" name="kind" value="legal"{{#KIND_IS_LEGAL}} checked{{/KIND_IS_LEGAL}}><span>企业等法人单位</span></label>
<label class="choice"><input type="radio" name="kind" value="other_org"{{#KIND_IS_OTHER_ORG}} checked{{/KIND_IS_OTHER_ORG}}><span>个体工商户和其他组织</span></label>
</div></fieldset>
<div class="field{{#NAME_WRONG}} is-wrong{{/NAME_WRONG}}"><label for="f-name">姓名或单位名称<span class="req">必填</span></label>
{{#NAME_WRONG}}<p class="field-wrong">{{NAME_MESSAGE}}</p>{{/NAME_WRONG}}<input type="text" id="f-name" name="name" class="w-l" value="{{NAME_VALUE}}" required></div>
<div class="field{{#ID_TYPE_WRONG}} is-wrong{{/ID_TYPE_WRONG}}"><label for="f-id_type">证件类型<span class="req">必填</span></label>
{{#ID_TYPE_WRONG}}<p class="field-wrong">{{ID_TYPE_MESSAGE}}</p>{{/ID_TYPE_WRONG}}<select id="f-id_type" name="id_type" class="w-l"><option value="111"{{#ID_TYPE_IS_111}} selected{{/ID_TYPE_IS_111}}>居民身份证</option><option value="HMT"{{#ID_TYPE_IS_HMT}} selected{{/ID_TYPE_IS_HMT}}>港澳台居民居住证</option><option value="553"{{#ID_TYPE_IS_553}} selected{{/ID_TYPE_IS_553}}>外国人永久居留身份证</option><option value="516"{{#ID_TYPE_IS_516}} selected{{/ID_TYPE_IS_516}}>港澳居民来往内地通行证</option><option value="511"{{#ID_TYPE_IS_511}} selected{{/ID_TYPE_IS_511}}>台湾居民来往大陆通行证</option><option value="414"{{#ID_TYPE_IS_414}} selected{{/ID_TYPE_IS_414}}>护照</option><option value="001"{{#ID_TYPE_IS_001}} selected{{/ID_TYPE_IS_001}}>统一社会信用代码（单位选这个）</option></select></div>
<div class="field{{#ID_NO_WRONG}} is-wrong{{/ID_NO_WRONG}}"><label for="f-id_no">证件号码<span class="req">必填</span></label>
{{#ID_NO_WRONG}}<p class="field-wrong">{{ID_NO_MESSAGE}}</p>{{/ID_NO_WRONG}}<input type="text" id="f-id_no" name="id_no" class="w-l num" value="{{ID_NO_VALUE}}" autocapitalize="characters" spellcheck="false" required></div>
{{#MAY_CONFIRM}}<div class="field"><label class="choice"><input type="checkbox" name="id_confirmed" value="1"{{#ID_CONFIRMED_ON}} checked{{/ID_CONFIRMED_ON}}><span>已对照营业执照核对，代码没有错<span class="choice-help">少数早年发的代码，最后一位不符合现在的规则</span></span></label></div>
{{/MAY_CONFIRM}}<div class="field{{#LEGAL_REP_WRONG}} is-wrong{{/LEGAL_REP_WRONG}}" data-when-field="kind" data-when-values="legal|other_org"><label for="f-legal_rep">法定代表人（负责人）姓名</label>
<p class="field-help when-hint">单位才填。</p>
{{#LEGAL_REP_WRONG}}<p class="field-wrong">{{LEGAL_REP_MESSAGE}}</p>{{/LEGAL_REP_WRONG}}<input type="text" id="f-legal_rep" name="legal_rep" class="w-l" value="{{LEGAL_REP_VALUE}}"></div>
<div class="field{{#PHONE_WRONG}} is-wrong{{/PHONE_WRONG}}"><label for="f-phone">手机号</label>
<p class="field-help" id="f-phone-help">进度和通知发到这里。没有手机就空着，填上地址。</p>
{{#PHONE_WRONG}}<p class="field-wrong">{{PHONE_MESSAGE}}</p>{{/PHONE_WRONG}}<input type="tel" id="f-phone" name="phone" class="w-m num" value="{{PHONE_VALUE}}" inputmode="tel" aria-describedby="f-phone-help"></div>
<div class="field{{#ADDRESS_WRONG}} is-wrong{{/ADDRESS_WRONG}}"><label for="f-address">地址</label>
{{#ADDRESS_WRONG}}<p class="field-wrong">{{ADDRESS_MESSAGE}}</p>{{/ADDRESS_WRONG}}<input type="text" id="f-address" name="address" class="w-full" value="{{ADDRESS_VALUE}}"></div>
<fieldset class="field{{#CONSENT_WRONG}} is-wrong{{/CONSENT_WRONG}}"><legend>申请人怎样同意登记这些信息<span class="req">必填</span></legend>
{{#CONSENT_WRONG}}<p class="field-wrong">{{CONSENT_MESSAGE}}</p>{{/CONSENT_WRONG}}<div class="choices choices-inline" id="f-consent">
<label class="choice"><input type="radio" name="consent" value="paper"{{#CONSENT_IS_PAPER}} checked{{/CONSENT_IS_PAPER}}><span>申请表上签了字</span></label>
<label class="choice"><input type="radio" name="consent" value="spoken"{{#CONSENT_IS_SPOKEN}} checked{{/CONSENT_IS_SPOKEN}}><span>当面口头同意</span></label></div></fieldset>
{{/ENTERED}}{{#BY_POST}}<div class="field{{#ARRIVED_WRONG}} is-wrong{{/ARRIVED_WRONG}}"><label for="f-arrived">邮件到达日期<span class="req">必填</span></label>
{{#ARRIVED_WRONG}}<p class="field-wrong">{{ARRIVED_MESSAGE}}</p>{{/ARRIVED_WRONG}}<input type="date" id="f-arrived" name="arrived" class="w-m num" value="{{ARRIVED_VALUE}}" required></div>
<div class="field{{#TRACKING_NO_WRONG}} is-wrong{{/TRACKING_NO_WRONG}}"><label for="f-tracking_no">寄件单号<span class="opt">选填</span></label>
{{#TRACKING_NO_WRONG}}<p class="field-wrong">{{TRACKING_NO_MESSAGE}}</p>{{/TRACKING_NO_WRONG}}<input type="text" id="f-tracking_no" name="tracking_no" class="w-l num" value="{{TRACKING_NO_VALUE}}" maxlength="40"></div>
{{/BY_POST}}{{#AT_COUNTER}}<input type="hidden" name="arrived" value="{{ARRIVED_VALUE}}"><input type="hidden" name="tracking_no" value="{{TRACKING_NO_VALUE}}">
{{/AT_COUNTER}}<div class="field{{#HELPER_NAME_WRONG}} is-wrong{{/HELPER_NAME_WRONG}}"><label for="f-helper_name">帮办人姓名<span class="opt">选填</span></label>
<p class="field-help" id="f-helper_name-help">有人陪同、帮办代办才填，没有就空着。委托代理人请在申请表里写。</p>
{{#HELPER_NAME_WRONG}}<p class="field-wrong">{{HELPER_NAME_MESSAGE}}</p>{{/HELPER_NAME_WRONG}}<input type="text" id="f-helper_name" name="helper_name" class="w-m" value="{{HELPER_NAME_VALUE}}" aria-describedby="f-helper_name-help"></div>
<div data-when-field="helper_name" data-when-values="*">
<div class="field{{#HELPER_RELATION_WRONG}} is-wrong{{/HELPER_RELATION_WRONG}}"><label for="f-helper_relation">帮办人是申请人的</label>
{{#HELPER_RELATION_WRONG}}<p class="field-wrong">{{HELPER_RELATION_MESSAGE}}</p>{{/HELPER_RELATION_WRONG}}<select id="f-helper_relation" name="helper_relation" class="w-m"><option value="">请选择</option><option value="family"{{#HELPER_RELATION_IS_FAMILY}} selected{{/HELPER_RELATION_IS_FAMILY}}>亲属</option><option value="community"{{#HELPER_RELATION_IS_COMMUNITY}} selected{{/HELPER_RELATION_IS_COMMUNITY}}>社区（村）工作人员</option><option value="volunteer"{{#HELPER_RELATION_IS_VOLUNTEER}} selected{{/HELPER_RELATION_IS_VOLUNTEER}}>志愿者</option><option value="proxy"{{#HELPER_RELATION_IS_PROXY}} selected{{/HELPER_RELATION_IS_PROXY}}>帮办代办员</option><option value="other"{{#HELPER_RELATION_IS_OTHER}} selected{{/HELPER_RELATION_IS_OTHER}}>其他人</option></select></div>
<fieldset class="field{{#HELPER_CONSENT_WRONG}} is-wrong{{/HELPER_CONSENT_WRONG}}"><legend>申请人怎样同意由他帮办</legend>
{{#HELPER_CONSENT_WRONG}}<p class="field-wrong">{{HELPER_CONSENT_MESSAGE}}</p>{{/HELPER_CONSENT_WRONG}}<div class="choices choices-inline" id="f-helper_consent">
<label class="choice"><input type="radio" name="helper_consent" value="paper"{{#HELPER_CONSENT_IS_PAPER}} checked{{/HELPER_CONSENT_IS_PAPER}}><span>签了字的书面同意</span></label>
<label class="choice"><input type="radio" name="helper_consent" value="spoken"{{#HELPER_CONSENT_IS_SPOKEN}} checked{{/HELPER_CONSENT_IS_SPOKEN}}><span>当面口头同意</span></label></div></fieldset>
</div>
{{#DISTRICTS}}<div class="field{{#DISTRICT_WRONG}} is-wrong{{/DISTRICT_WRONG}}"><label for="f-district">在哪里办</label>
<p class="field-help" id="f-district-help">替别的地区代收的，选那个地区。那里有主管部门的，办件直接转给它，结果送回这里的窗口。</p>
{{#DISTRICT_WRONG}}<p class="field-wrong">{{DISTRICT_MESSAGE}}</p>{{/DISTRICT_WRONG}}<select id="f-district" name="district" class="w-m" aria-describedby="f-district-help"><option value="">本地办理</option>{{#DISTRICT}}<option value="{{DISTRICT_NAME}}"{{#DISTRICT_ON}} selected{{/DISTRICT_ON}}>{{DISTRICT_NAME}}{{DISTRICT_DEPT}}</option>{{/DISTRICT}}</select></div>
{{/DISTRICTS}}<p class="btn-row"><button class="btn" type="submit" data-busy="正在登记…">开始录入</button> <a class="btn btn-second" href="/desk/intake/matters/{{CODE}}?channel={{CHANNEL_KEY:u}}">换一个人</a></p>
</form>{{/OPENING}}
