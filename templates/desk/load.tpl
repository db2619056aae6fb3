{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">大厅忙闲</li></ol></nav>
<h1>大厅忙闲</h1>
{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
<form class="filters no-print" method="get" action="/desk/load"><div class="filters-row">
<div><label for="f-from">从</label><input type="date" id="f-from" name="from" value="{{FROM}}"></div>
<div><label for="f-until">到</label><input type="date" id="f-until" name="until" value="{{UNTIL}}"></div>
<div><button class="btn btn-second btn-wide" type="submit">查看</button></div></div></form>
{{#EMPTY}}<div class="empty"><p>这些天没有人取号。换几天看看。</p></div>{{/EMPTY}}
{{#SEEN}}<dl class="facts facts-tight facts-two">
<div><dt>有人来的天数</dt><dd class="num">{{DAYS}}</dd></div><div><dt>取号</dt><dd class="num">{{TAKEN}}</dd></div>
<div><dt>办结</dt><dd class="num">{{SERVED}}</dd></div><div><dt>没有等到就走了</dt><dd class="num">{{GONE}}</dd></div>
<div><dt>平均等候</dt><dd><span class="num">{{WAIT}}</span> 分钟</dd></div><div><dt>平均办理</dt><dd><span class="num">{{SERVE}}</span> 分钟</dd></div></dl>
<section aria-labelledby="advice-h"><h2 id="advice-h">什么时候开潮汐窗口</h2>
{{#NO_ADVICE}}<p>这些天常开的窗口够用，没有建议。</p>{{/NO_ADVICE}}
<ul>{{#ADVICE}}<li><strong>{{NAME}} {{HOUR}}:00 起</strong>：平均等 {{WAIT}} 分钟，用了 {{HAVE}} 个窗口，要 {{NEED}} 个。{{#TIDAL}}建议提前打开潮汐窗口 <span class="num">{{WINDOW}}</span>。{{/TIDAL}}{{#NO_TIDAL}}还没有办这类业务的潮汐窗口，可以在“窗口”里加一个。{{/NO_TIDAL}}</li>
{{/ADVICE}}</ul>
<p class="hint">规则：一类业务在某个小时里平均等候满 20 分钟，而且按每个窗口一小时最多忙 85% 来算，当时用着的常开窗口不够，就提出建议。</p></section>
<section aria-labelledby="hour-h"><h2 id="hour-h">按小时</h2><div class="load">
<svg class="load-picture" viewBox="0 0 720 260" role="img" aria-label="每天各小时取号的人数和平均等候，数字见旁边的表"><text class="load-small" x="6" y="16">柱：每天取号（人）</text><text class="load-small" x="714" y="16" text-anchor="end">线：平均等候，最高 {{LONGEST}} 分钟</text><line class="load-grid" x1="90" y1="220" x2="710" y2="220"/>{{#BAR}}<rect class="load-bar" x="{{X}}" y="{{Y}}" width="{{W}}" height="{{H}}"/><text class="load-small" x="{{MIDDLE}}" y="{{ABOVE}}" text-anchor="middle">{{VALUE}}</text><text x="{{MIDDLE}}" y="240" text-anchor="middle">{{HOUR}}时</text>{{/BAR}}<polyline class="load-line" points="{{POINTS}}"/>{{#DOT}}<circle class="load-dot" cx="{{X}}" cy="{{Y}}" r="5"/>{{/DOT}}</svg>
<div class="table-scroll" tabindex="0" role="region" aria-label="各小时，表"><table class="table"><caption>各小时，每天平均</caption><thead><tr><th scope="col">小时</th><th scope="col" class="is-num">取号</th><th scope="col" class="is-num">等候（分）</th><th scope="col" class="is-num">办结</th><th scope="col" class="is-num">办理（分）</th></tr></thead><tbody>{{#HOUR_ROW}}<tr><th scope="row">{{HOUR}} 时</th><td class="is-num">{{TAKEN}}</td><td class="is-num">{{WAIT}}</td><td class="is-num">{{SERVED}}</td><td class="is-num">{{SERVE}}</td></tr>
{{/HOUR_ROW}}</tbody></table></div></div></section>
<section aria-labelledby="window-h"><h2 id="window-h">按窗口和小时</h2><div class="load">
<svg class="load-picture" viewBox="0 0 720 {{WINDOWS_HIGH}}" role="img" aria-label="各窗口各小时办结的件数，颜色越深越多，数字见旁边的表">{{#HOUR_HEAD}}<text class="load-small" x="{{MIDDLE}}" y="16" text-anchor="middle">{{HOUR}}时</text>{{/HOUR_HEAD}}{{#WINDOW_LINE}}<text x="6" y="{{Y}}">{{WINDOW}}</text>{{#CELL}}<rect class="load-{{LEVEL}}" x="{{X}}" y="{{Y}}" width="{{W}}" height="{{H}}"/><text class="load-small{{#ON_DARK}} load-on-dark{{/ON_DARK}}" x="{{MIDDLE}}" y="{{BASE}}" text-anchor="middle">{{VALUE}}</text>{{/CELL}}{{/WINDOW_LINE}}</svg>
<div class="table-scroll" tabindex="0" role="region" aria-label="各窗口各小时办结，表"><table class="table"><caption>各窗口取号时间在各小时的办结件数，每天平均</caption><thead><tr><th scope="col">窗口</th>{{#HOUR_COLUMN}}<th scope="col" class="is-num">{{HOUR}}时</th>{{/HOUR_COLUMN}}</tr></thead><tbody>{{#WINDOW_ROW}}<tr><th scope="row"><span class="num">{{WINDOW}}</span> {{NAME}}</th>{{#WINDOW_CELL}}<td class="is-num">{{VALUE}}</td>{{/WINDOW_CELL}}</tr>
{{/WINDOW_ROW}}</tbody></table></div></div></section>
<section aria-labelledby="matter-h"><h2 id="matter-h">按事项</h2>
<table class="table table-cards"><caption class="visually-hidden">各事项取号、等候、办理</caption><thead><tr><th scope="col">事项</th><th scope="col" class="is-num">取号</th><th scope="col">每天</th><th scope="col" class="is-num">等候（分）</th><th scope="col" class="is-num">办理（分）</th></tr></thead><tbody>{{#MATTER_ROW}}<tr><th class="card-title" scope="row" data-label="事项">{{NAME}}</th><td class="is-num" data-label="取号">{{TAKEN}}</td><td data-label="每天"><svg width="250" height="14" viewBox="0 0 250 14" aria-hidden="true" focusable="false"><rect class="load-bar" x="0" y="1" width="{{W}}" height="12"/></svg> {{VALUE}}</td><td class="is-num" data-label="等候（分）">{{WAIT}}</td><td class="is-num" data-label="办理（分）">{{SERVE}}</td></tr>
{{/MATTER_ROW}}</tbody></table></section>{{/SEEN}}
