{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol>{{#CASES_LINK}}<li><a href="/desk">待办件</a></li>{{/CASES_LINK}}<li aria-current="page">窗口叫号</li></ol></nav>
{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
{{#NO_DUTY}}<h1>窗口叫号</h1>
<div class="empty"><p>今天没有排您的班。要上岗的，请中心管理员在“窗口”里排班，或者安排您顶岗。</p></div>{{/NO_DUTY}}
{{#CHOOSE}}<h1>在哪个窗口上岗</h1>
<p class="hint">只列出今天排了您的班，或者请您顶岗的窗口。上岗以后才能叫号。</p>
<ul class="windows">{{#WINDOW_ROW}}<li><strong class="num">{{WINDOW}}</strong> {{NAME}} <span class="tag tag-plain">{{POST_NAME}}</span><br><span class="hint">{{ZONE}}</span>
{{#FREE}}<form method="post" action="/desk/queue/open"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn" type="submit" name="window" value="{{WINDOW}}">上岗<span class="visually-hidden"> {{WINDOW}}</span></button></form>{{/FREE}}
{{#TAKEN}}<p>{{HOLDER}} 正在这里上岗</p>{{/TAKEN}}</li>
{{/WINDOW_ROW}}</ul>{{/CHOOSE}}
{{#TAKE_LINK}}<p class="no-print"><a href="/hall/take">替群众取号、预约签到</a></p>{{/TAKE_LINK}}
{{#CONSOLE}}<div data-hall="desk" data-lines="{{LINES}}">
<h1><span class="num">{{WINDOW}}</span> {{NAME}}</h1>
<p class="case-line"><span>{{ZONE}}</span> {{#OPEN_NOW}}<span class="tag tag-ok">正在服务</span>{{/OPEN_NOW}}{{#PAUSED}}<span class="tag tag-wait">暂停：{{REASON}}</span>{{/PAUSED}} <span class="hint">{{SINCE}} 上岗</span></p>
<p class="note note-warn" data-hall-lost role="alert" hidden>与叫号系统失去联系，排队人数可能不是最新的。</p>
<div class="console">
<section class="issue-act" aria-labelledby="now-h"><h2 id="now-h">现在的号</h2>
{{#FREE}}<p>窗口空着。</p><form method="post" action="/desk/queue/call"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn btn-wide" type="submit" autofocus data-busy="正在叫号…">叫下一位</button></form>{{/FREE}}
{{#RESTING}}<p>窗口暂停了，继续服务以后才能叫号。</p>{{/RESTING}}
{{#NOW}}<p class="console-no num">{{NUMBER}}</p>
<p>{{STATE_NAME}}{{#CALLS}}，叫了 {{HOW_MANY}} 次{{/CALLS}} · {{NAME}} · 等了 {{MINUTES}} 分钟{{#PRIORITY}} · <strong>优先：{{PRIORITY_NAME}}</strong>{{/PRIORITY}}{{#BOOKED}} · 预约 {{SLOT_AT}}{{/BOOKED}}</p>
{{#WORD}}<p class="note">上一个窗口留话：{{NOTE}}</p>
{{/WORD}}{{#IS_CALLED}}<form class="console-acts" method="post" action="/desk/queue/act"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="ticket" value="{{TICKET_ID}}">
<button class="btn" type="submit" name="act" value="start" autofocus>人来了，开始办理</button><button class="btn btn-second" type="submit" name="act" value="recall">再叫一次</button><button class="btn btn-second" type="submit" name="act" value="skip">没有人来，过号</button></form>{{/IS_CALLED}}
{{#IS_SERVING}}{{#OF_CASE}}<p>办的是：<strong>{{NAME}}</strong> {{#AS_CASE}}<a class="btn btn-second btn-small" href="/desk/case/{{SHORT_NO}}">打开办件 {{SHORT_NO}}</a>{{/AS_CASE}}{{#AS_DRAFT}}<a class="btn btn-second btn-small" href="/desk/intake/{{CASE_KEY}}">继续收件登记</a>{{/AS_DRAFT}}</p>{{/OF_CASE}}
<form class="search no-print" method="get" action="/desk/find" role="search"><label class="visually-hidden" for="f-q">扫回执二维码，或输入办件编号、证件号码</label><input type="search" id="f-q" name="q" maxlength="300" placeholder="扫回执，或输入办件编号、证件号码" autocomplete="off"><button class="btn btn-second" type="submit">查找</button></form>
{{#MATTERS}}<p>新申请，收件登记：</p><ul class="plain-list">{{#MATTER}}<li><a href="/desk/intake/matters/{{CODE}}?channel=counter&amp;ticket={{TICKET_ID}}">{{NAME}}</a>{{#WANTED}} <span class="tag tag-plain">预约办这件</span>{{/WANTED}}</li>
{{/MATTER}}</ul>{{/MATTERS}}
<form class="console-acts" method="post" action="/desk/queue/act"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="ticket" value="{{TICKET_ID}}">
<button class="btn" type="submit" name="act" value="finish_next" data-busy="正在叫号…">办结，叫下一位</button><button class="btn btn-second" type="submit" name="act" value="finish">办结</button></form>{{/IS_SERVING}}
{{#MOVE}}<details{{#AGAIN}} open{{/AGAIN}}><summary>转到别的窗口</summary><p class="hint">转过去不用重新排队，原来的位置还在。</p>
<form method="post" action="/desk/queue/act"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="ticket" value="{{TICKET_ID}}">
<div class="field"><label for="f-to">转到</label><select id="f-to" name="to" class="w-l"><option value="">请选择</option><optgroup label="一项服务">{{#TO_GROUP}}<option value="{{TARGET}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{CODE}} {{NAME}}</option>{{/TO_GROUP}}</optgroup><optgroup label="一个有人的窗口">{{#TO_WINDOW}}<option value="{{TARGET}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{CODE}} {{NAME}}</option>{{/TO_WINDOW}}</optgroup></select></div>
<div class="field"><label for="f-note">告诉下一个窗口<span class="opt">选填</span></label><input type="text" id="f-note" name="note" value="{{NOTE}}" maxlength="100" class="w-l"></div>
<button class="btn btn-second" type="submit" name="act" value="transfer">转过去</button></form></details>{{/MOVE}}{{/NOW}}
</section>
<div>
<section aria-labelledby="line-h"><h2 id="line-h">排队</h2>
<ul class="console-lines">{{#LINE}}<li><span><b class="num">{{CODE}}</b> {{NAME}}</span> <span>等候 <b class="num" data-hall-group="{{CODE}}">{{HOW_MANY}}</b> 人</span></li>
{{/LINE}}</ul>
<p class="hint">下面几位：{{#NEXT_ONE}}<span class="num">{{NUMBER}}</span>{{#ONLY}}（只等本窗口）{{/ONLY}} {{/NEXT_ONE}}{{#NOBODY}}没有人{{/NOBODY}}</p></section>
{{#SKIPPED}}<section aria-labelledby="skip-h"><h2 id="skip-h">过号，还可以回来</h2>
<ul class="console-lines">{{#SKIPPED_ROW}}<li><span><b class="num">{{NUMBER}}</b> <span class="hint">{{MINUTES}} 分钟前过号</span></span> <form method="post" action="/desk/queue/act"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="ticket" value="{{TICKET_ID}}"><button class="btn btn-second btn-small" type="submit" name="act" value="back">回来了<span class="visually-hidden">：{{NUMBER}}</span></button></form></li>
{{/SKIPPED_ROW}}</ul></section>{{/SKIPPED}}
<section aria-labelledby="window-h"><h2 id="window-h">窗口</h2><div class="console-acts">
{{#OPEN_NOW}}<form method="post" action="/desk/queue/pause"><input type="hidden" name="csrf" value="{{CSRF}}"><label class="visually-hidden" for="f-reason">暂停的原因</label><select id="f-reason" name="reason"><option>暂时离开</option><option>设备故障</option><option>交接班</option></select> <button class="btn btn-second btn-small" type="submit" name="act" value="pause">暂停叫号</button></form>{{/OPEN_NOW}}
{{#PAUSED}}<form method="post" action="/desk/queue/pause"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn" type="submit" name="act" value="resume">继续服务</button></form>{{/PAUSED}}
{{#MAY_CLOSE}}<form method="post" action="/desk/queue/close"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn btn-second btn-small" type="submit">关闭窗口，下岗</button></form>{{/MAY_CLOSE}}
</div></section>
</div>
</div>
</div>{{/CONSOLE}}
