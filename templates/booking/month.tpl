{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/booking">预约</a></li><li aria-current="page">选日期</li></ol></nav>
<h1>选日期</h1>
<p class="lead">{{NAME}}</p>
{{#WINDOW}}<p class="hint">窗口：{{GROUP_NAME}}{{#OF_CASE}}　办件 <span class="num">{{SHORT_NO}}</span>{{/OF_CASE}}</p>{{/WINDOW}}
{{#MOVES}}<div class="note"><p>您现在约的是 <strong>{{WHEN}}</strong>。新的时间确认之前，原来的还在。</p></div>{{/MOVES}}
{{#BARRED}}<div class="note note-wrong"><p><strong>您现在不能在网上预约</strong>，到 {{UNTIL}}为止。<a href="/booking/mine">原因和申诉</a></p></div>{{/BARRED}}
{{#ABSENT}}<div class="note"><p>90 天里您有 {{TIMES}} 次约了没有来。满三次，30 天不能在网上预约。</p></div>{{/ABSENT}}
{{#EARLIEST}}<p class="book-first">最早有空的：<a href="/booking/for/{{SUBJECT}}/{{DAY}}">{{SAY}}</a></p>{{/EARLIEST}}{{#ALL_TAKEN}}<p class="book-first">这个月都约满了。点日期可以排候补，或者看下个月。</p>{{/ALL_TAKEN}}
{{#MONTH}}<table class="book-month"><caption>{{MONTH_NAME}}</caption><thead><tr><th scope="col">一</th><th scope="col">二</th><th scope="col">三</th><th scope="col">四</th><th scope="col">五</th><th scope="col">六</th><th scope="col">日</th></tr></thead><tbody>{{#WEEK}}<tr>{{#CELL}}<td>{{#OPEN}}<a class="book-day {{CLASS}}" href="/booking/for/{{SUBJECT}}/{{DAY}}"><span class="visually-hidden">{{LABEL}}</span><b aria-hidden="true">{{MDAY}}</b><span aria-hidden="true">{{SAY}}</span></a>{{/OPEN}}{{#SHUT}}<span class="book-shut">{{MDAY}}</span>{{/SHUT}}</td>{{/CELL}}</tr>
{{/WEEK}}</tbody></table>{{/MONTH}}
{{#NOTHING}}<div class="empty"><p>这个月没有可以约的时间。</p></div>{{/NOTHING}}
<nav class="btn-row" aria-label="换月份">{{#EARLIER}}<a class="btn btn-second" href="/booking/for/{{SUBJECT}}?month={{TURN}}">上个月</a>{{/EARLIER}}{{#LATER}}<a class="btn btn-second" href="/booking/for/{{SUBJECT}}?month={{TURN}}">下个月</a>{{/LATER}}</nav>
<p class="hint">“余”后面是现在空着的位置。每天有三分之一的位置，到前两天的早上才放出来，留给临时要来的人。约满的日子，点开可以排候补。</p>
