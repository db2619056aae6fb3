{{%AUTOESCAPE context="HTML"}}<div class="ticket" data-hall="ticket" data-number="{{NUMBER}}" data-state="{{STATE_KEY}}">
<h1 class="ticket-head"><span>我的号</span> <b class="ticket-no num">{{NUMBER}}</b></h1>
<p class="ticket-name">{{NAME}}{{#PRIORITY}} <span class="tag tag-plain">优先：{{PRIORITY_NAME}}</span>{{/PRIORITY}}</p>
<div class="now-box ticket-now" data-hall-live aria-live="polite">
{{#WAITING}}<p class="ticket-ahead">前面还有 <b class="num" data-hall-ahead>{{AHEAD}}</b> 人</p>
<p class="ticket-wait">要等多久：<b data-hall-wait>{{WAIT}}</b></p>{{#ONLY}}
<p>只等 {{WINDOW}} 窗口叫您。</p>{{/ONLY}}{{/WAITING}}
{{#CALLED}}<p class="ticket-go">叫到您了，请到 <b class="num">{{WINDOW}}</b> 窗口</p>{{/CALLED}}
{{#SERVING}}<p class="ticket-go">正在 <b class="num">{{WINDOW}}</b> 窗口办理</p>{{/SERVING}}
{{#SKIPPED}}<p class="ticket-go">叫过您的号了</p><p>请在 {{UNTIL}} 前，到取号机扫号票，或者告诉窗口，原来的位置还在。</p>{{/SKIPPED}}
{{#DONE}}<p class="ticket-go">已经办好了</p>{{#RATE}}<p><a class="btn" href="/rate/{{TOKEN}}">评价这次服务</a></p>{{/RATE}}{{/DONE}}
{{#LEFT}}<p class="ticket-go">这个号已经放弃</p><p>还要办事的，请到取号机重新取号。</p>{{/LEFT}}
{{#ENDED}}<p class="ticket-go">这个号已经失效</p><p>还要办事的，请到取号机重新取号，或者<a href="/booking">预约</a>一个时间再来。</p>{{/ENDED}}
</div>
<p class="note note-warn" data-hall-lost role="alert" hidden>网络断了，上面的数字可能不是最新的。请听现场叫号。</p>
<dl class="facts facts-tight">
<div><dt>取号时间</dt><dd class="num">{{AT}}</dd></div>
{{#BOOKED}}<div><dt>预约时间</dt><dd class="num">{{SLOT_AT}}</dd></div>{{/BOOKED}}
</dl>
<details><summary>先叫谁，是怎么定的</summary>
<p>按到达先后叫号。60 岁以上、残疾人、孕妇，算早到 15 分钟。按时来的预约，算预约时间前 30 分钟到；迟到超过 15 分钟的，按到的时间排。谁也不会被晚来半小时以上的人插到前面。</p>
<p>等待时间是按前面的人数和最近办一件要多久估的，会变，请留意叫号。</p></details>
{{#MAY_LEAVE}}<details class="ticket-leave"><summary>不办了，放弃这个号</summary>
<form method="post" action="/hall/ticket/{{TOKEN}}/leave"><input type="hidden" name="csrf" value="{{CSRF}}">
<p>放弃以后不能恢复，要办事得重新取号。</p>
<button class="btn btn-danger" type="submit">放弃这个号</button></form></details>{{/MAY_LEAVE}}
</div>
