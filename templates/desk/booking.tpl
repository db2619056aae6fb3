{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk/bookings">预约</a></li><li aria-current="page">{{NUMBER}}</li></ol></nav>
<h1>预约 <span class="num">{{NUMBER}}</span></h1>
<p><span class="tag {{STATE_CLASS}}">{{STATE_NAME}}</span></p>
{{#CLOSED}}<div class="note note-wrong"><p><strong>这个时间不能办理了：{{WHY}}。</strong>请和本人商量新的时间。</p></div>{{/CLOSED}}
<dl class="facts">
<div><dt>时间</dt><dd><strong>{{WHEN}}</strong></dd></div>
<div><dt>办什么</dt><dd>{{NAME}}{{#OF_CASE}}，办件 <span class="num">{{SHORT_NO}}</span>{{/OF_CASE}}</dd></div>
<div><dt>窗口</dt><dd>{{GROUP_NAME}}</dd></div>
<div><dt>谁来</dt><dd>{{APPLICANT}}，{{ID_TYPE_NAME}} <span class="num">{{ID_MASK}}</span></dd></div>
<div><dt>手机</dt><dd class="num">{{PHONE_MASK}}</dd></div>
{{#ENDED}}<div><dt>取消的原因</dt><dd>{{WHY}}</dd></div>{{/ENDED}}
</dl>
{{>FORM_ERRORS}}
{{#MAY_CHANGE}}<h2>给本人改时间，或者取消</h2>
{{>FORM_ERRORS}}
<form class="book-pick" method="get" action="/desk/bookings/v/{{NUMBER}}"><div class="field"><label for="f-day">看哪一天的空位</label><input type="date" id="f-day" name="day" value="{{DAY}}"></div><button class="btn btn-second" type="submit">看空位</button></form>
<form method="post" action="/desk/bookings/v/{{NUMBER}}" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="day" value="{{DAY}}">
<fieldset class="field{{#SLOT_WRONG}} is-wrong{{/SLOT_WRONG}}"><legend>{{DATE}}的空位</legend>{{#SLOT_WRONG}}<p class="field-wrong">{{SLOT_MESSAGE}}</p>{{/SLOT_WRONG}}{{#NOTHING}}<p>这一天没有空位，请换一天。</p>{{/NOTHING}}<div class="choices choices-inline" id="f-slot" tabindex="-1">{{#TIME}}<label class="choice"><input type="radio" name="slot" value="{{SLOT}}"{{#SLOT_ON}} checked{{/SLOT_ON}}><span>{{TIME_TEXT}}（余 {{LEFT}}）</span></label>{{/TIME}}{{#SLOT_GONE}}<label class="choice"><input type="radio" name="slot" value="{{SLOT}}" checked><span>刚才选的，已经没有空位</span></label>{{/SLOT_GONE}}</div>
<p class="book-near">{{#EARLIER}}<a href="/desk/bookings/v/{{SUBJECT}}?day={{DAY}}">前一天</a>{{/EARLIER}} {{#LATER}}<a href="/desk/bookings/v/{{SUBJECT}}?day={{DAY}}">后一天</a>{{/LATER}}</p></fieldset>
<div class="field{{#WHY_WRONG}} is-wrong{{/WHY_WRONG}}"><label for="f-why">原因<span class="req">必填</span></label><p class="field-help" id="f-why-help">谁要求的、为什么。取消的，会告诉本人。</p>{{#WHY_WRONG}}<p class="field-wrong">{{WHY_MESSAGE}}</p>{{/WHY_WRONG}}<input type="text" id="f-why" name="why" class="w-l" value="{{WHY_VALUE}}" maxlength="100" aria-describedby="f-why-help" required></div>
<p class="btn-row"><button class="btn" type="submit" name="act" value="move">改到选的时间</button> <button class="btn btn-danger" type="submit" name="act" value="cancel">取消这个预约</button></p></form>{{/MAY_CHANGE}}
