{{%AUTOESCAPE context="HTML"}}<h1>预约 <span class="num">{{NUMBER}}</span></h1>
<p><span class="tag {{STATE_CLASS}}">{{STATE_NAME}}</span></p>
{{#CLOSED}}<div class="note note-wrong"><p><strong>这个时间不能办理了：{{WHY}}。</strong>很抱歉。您的预约还在，请确认新的时间。</p></div>{{/CLOSED}}
{{#KEPT}}<section class="panel panel-strong no-print" aria-labelledby="kept-h"><h2 id="kept-h">给您留了另一个时间</h2><p><strong>{{KEPT_WHEN}}</strong>，留到 {{UNTIL}}。</p><p class="btn-row"><a class="btn" href="/booking/for/{{TOKEN}}/hold/{{HOLD}}">就这个时间</a></p></section>{{/KEPT}}
{{#ENDED}}<p>原因：{{WHY}}</p>{{/ENDED}}
<div class="book-slip">
<dl class="facts">
<div><dt>时间</dt><dd class="book-when"><strong>{{VISIT_DAY}}<span class="book-hours">{{VISIT_TIME}}</span></strong></dd></div>
<div><dt>办什么</dt><dd>{{NAME}}{{#OF_CASE}}，办件 <span class="num">{{SHORT_NO}}</span>{{/OF_CASE}}</dd></div>
<div><dt>地点</dt><dd>{{PLACE}}，{{GROUP_NAME}}窗口</dd></div>
<div><dt>谁来</dt><dd>{{PERSON_NAME}}，<span class="num">{{PHONE_MASK}}</span></dd></div>
<div><dt>带什么</dt><dd>身份证件原件{{#DOCS}}和要交的材料，<a href="/matters/{{CODE}}#g-docs">看要交哪些材料</a>{{/DOCS}}</dd></div>
</dl>
{{#QR_SHOWN}}<div class="book-qr">{{>QR}}<p>到大厅，在取号机上扫这个码报到；<br>也可以报编号 <span class="num nowrap">{{NUMBER}}</span></p></div>{{/QR_SHOWN}}
</div>
{{#TAKE_ALONG}}<p class="btn-row no-print"><a class="btn btn-second" href="/booking/v/{{TOKEN}}/calendar.ics">加到手机日历</a> <button class="btn btn-second" type="button" data-print hidden>打印</button></p>{{/TAKE_ALONG}}
{{#STAFF_WAY}}<p class="btn-row no-print"><a class="btn" href="/desk/bookings?q={{NUMBER}}">工作人员：到办件台打开</a></p>{{/STAFF_WAY}}
{{#MAY_CHANGE}}<section class="no-print" aria-labelledby="change-h"><h2 id="change-h">改时间或者取消</h2>
<p class="btn-row"><a class="btn" href="/booking/for/{{TOKEN}}">改时间</a></p>
<details class="book-cancel"><summary>不来了，取消预约</summary><form method="post" action="/booking/v/{{TOKEN}}/cancel"><input type="hidden" name="csrf" value="{{CSRF}}"><p>取消以后，这个时间就让给别人了，不能恢复。</p><p><button class="btn btn-danger" type="submit">确认取消</button></p></form></details></section>{{/MAY_CHANGE}}
{{#MAY_APPEAL}}<section aria-labelledby="appeal-h"><h2 id="appeal-h">不是这样？</h2><p>记录上您约了没有来，也没有取消。有特殊情况，或者您其实来了，请告诉我们，由统筹人员核实。</p>
{{>FORM_ERRORS}}
<form method="post" action="/booking/v/{{TOKEN}}/appeal" novalidate><input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#TEXT_WRONG}} is-wrong{{/TEXT_WRONG}}"><label for="f-text">没有来的原因</label>{{#TEXT_WRONG}}<p class="field-wrong">{{TEXT_MESSAGE}}</p>{{/TEXT_WRONG}}<textarea id="f-text" name="text" rows="4" maxlength="500" required>{{TEXT_VALUE:p}}</textarea></div>
<button class="btn" type="submit">申诉</button></form></section>{{/MAY_APPEAL}}
{{#APPEALED}}<section class="panel" aria-labelledby="appealed-h"><h2 id="appealed-h">您的申诉</h2><p class="pre-line">{{TEXT:p}}</p><p><strong>{{DECISION}}</strong> {{REPLY}}</p></section>{{/APPEALED}}
{{#NOT_OWN}}<p class="hint no-print">要改时间或者取消，请本人<a href="/account/sign-in?back=/booking/mine">登录</a>，或者打电话、到窗口报预约编号。</p>{{/NOT_OWN}}
