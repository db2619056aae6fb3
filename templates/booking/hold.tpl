{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/booking">预约</a></li><li><a href="/booking/for/{{SUBJECT}}">选日期</a></li><li><a href="/booking/for/{{SUBJECT}}/{{DAY}}">选时间</a></li><li aria-current="page">确认</li></ol></nav>
<h1>确认预约</h1>
<div class="note" data-countdown="{{SECONDS}}"><p>还没有约好，请核对以后点“确认预约”。</p><p>这个时间给您留到 <strong>{{UNTIL}}</strong><span data-countdown-left hidden></span>，过时让给别人。</p><p data-countdown-over hidden><a class="btn" href="/booking/for/{{SUBJECT}}/{{DAY}}">重新选时间</a></p></div>
<dl class="facts">
<div><dt>时间</dt><dd><strong>{{VISIT_DAY}}<span class="book-hours">{{VISIT_TIME}}</span></strong></dd></div>
{{#MOVES}}<div><dt>原来的时间</dt><dd>{{WHEN}}，确认新时间以后才让出来</dd></div>{{/MOVES}}
<div><dt>办什么</dt><dd>{{NAME}}{{#OF_CASE}}，办件 <span class="num">{{SHORT_NO}}</span>{{/OF_CASE}}</dd></div>
<div><dt>地点</dt><dd>{{PLACE}}，{{GROUP_NAME}}窗口</dd></div>
<div><dt>谁来</dt><dd>{{PERSON_NAME}}（{{ID_MASK}}）</dd></div>
<div><dt>短信发到</dt><dd class="num">{{PHONE_MASK}} <a href="/account/profile">改手机号</a></dd></div>
</dl>
<form method="post" action="/booking/for/{{SUBJECT}}/hold/{{HOLD}}"><input type="hidden" name="csrf" value="{{CSRF}}"><p class="btn-row"><button class="btn" type="submit" data-countdown-button>确认预约</button></p></form>
<form method="post" action="/booking/for/{{SUBJECT}}/hold/{{HOLD}}/drop"><input type="hidden" name="csrf" value="{{CSRF}}"><p><button class="btn btn-second" type="submit">不要这个时间</button></p></form>
<p class="hint">来不了请提前取消，把号让给别人。90 天里三次约了不来又不取消，30 天不能在网上预约；打电话、到窗口不受影响。</p>
