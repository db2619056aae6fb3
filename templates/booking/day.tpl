{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/booking">预约</a></li><li><a href="/booking/for/{{SUBJECT}}">选日期</a></li><li aria-current="page">选时间</li></ol></nav>
<h1>{{DATE}} {{WEEKDAY}}</h1>
<p class="lead">{{NAME}}</p>
{{#WINDOW}}<p class="hint">窗口：{{GROUP_NAME}}{{#OF_CASE}}　办件 <span class="num">{{SHORT_NO}}</span>{{/OF_CASE}}</p>{{/WINDOW}}
{{>FORM_ERRORS}}
{{#ALREADY}}<p>您约的是 <strong>{{VISIT_DAY}}<span class="book-hours">{{VISIT_TIME}}</span></strong></p><p class="btn-row"><a class="btn" href="/booking/v/{{TOKEN}}">看原来的预约，改时间</a></p>{{/ALREADY}}
{{#MOVES}}<div class="note"><p>您现在约的是 <strong>{{WHEN}}</strong>。新的时间确认之前，原来的还在。</p></div>{{/MOVES}}
{{#BARRED}}<div class="note note-wrong"><p><strong>您现在不能在网上预约</strong>，到 {{UNTIL}}为止。<a href="/booking/mine">原因和申诉</a></p></div>{{/BARRED}}
{{#ABSENT}}<div class="note"><p>90 天里您有 {{TIMES}} 次约了没有来。满三次，30 天不能在网上预约。</p></div>{{/ABSENT}}
{{#NOTHING}}<div class="empty"><p>这一天不办理，或者时间已经过了。</p><p class="btn-row"><a class="btn" href="/booking/for/{{SUBJECT}}">选别的日期</a></p></div>{{/NOTHING}}
{{#SIGN_IN}}<p class="btn-row"><a class="btn" href="/account/sign-in?back=/booking/for/{{SUBJECT}}/{{DAY}}">登录后选时间</a></p>{{/SIGN_IN}}
{{#HOW}}<p>点一个时间，先给您留 {{MINUTES}} 分钟，下一步再确认。</p>{{/HOW}}
<form method="post" action="/booking/for/{{SUBJECT}}/{{DAY}}" id="f-slot" tabindex="-1">
<input type="hidden" name="csrf" value="{{CSRF}}">{{#CROWD}}<input type="hidden" name="crowd" value="{{PLACES}}">{{/CROWD}}
{{#HALF}}<h2>{{HALF_NAME}}</h2>
<ul class="book-times">{{#TIME}}<li>{{#FREE}}<button class="book-time" type="submit" name="slot" value="{{SLOT}}"><b>{{TIME_TEXT}}</b> <span>余 {{LEFT}}</span></button>{{/FREE}}{{#FREE_READ}}<span class="book-time is-read"><b>{{TIME_TEXT}}</b> <span>余 {{LEFT}}</span></span>{{/FREE_READ}}{{#FULL}}<span class="book-time is-full"><b>{{TIME_TEXT}}</b> <span>{{#CLOSED}}不办理：{{WHY}}{{/CLOSED}}{{#SOON}}{{AT}} 放号{{/SOON}}{{#TAKEN}}约满{{/TAKEN}}</span></span>{{/FULL}}</li>
{{/TIME}}</ul>{{/HALF}}
</form>
{{#MAY_WAIT}}<section class="panel" aria-labelledby="wait-h"><h2 id="wait-h">这一天没有空位</h2><p>可以排候补：有人取消，就按先后顺序通知您，并给您留一段时间确认。</p>
<form method="post" action="/booking/for/{{SUBJECT}}/{{DAY}}/wait"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn" type="submit">排候补</button></form></section>{{/MAY_WAIT}}
