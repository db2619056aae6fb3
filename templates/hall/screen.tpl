{{%AUTOESCAPE context="HTML"}}<div class="screen" data-hall="screen">
<header class="screen-head"><h1>{{CENTRE}} <span>叫号</span></h1><button class="screen-voice" type="button" data-hall-voice hidden aria-pressed="false">打开语音叫号</button><p class="screen-clock num" data-hall-clock>{{CLOCK}}</p></header>
<p class="screen-lost" data-hall-lost role="alert" hidden>与叫号系统失去联系，屏幕上的号可能不是最新的。请注意窗口的叫号，或者问导办人员。</p>
<ol class="screen-calls" data-hall-calls aria-live="polite" aria-label="正在叫的号，新叫的在前">
{{#CALLED}}<li class="call{{#SERVING}} is-serving{{/SERVING}}"><b class="call-no num">{{NUMBER}}</b> <span class="call-to">{{#SERVING}}办理中{{/SERVING}}<span class="call-go">请到</span></span> <b class="call-window num">{{WINDOW}}</b> <span class="call-name">{{NAME}}</span></li>
{{/CALLED}}</ol>
{{#EMPTY}}<p class="screen-empty" data-hall-empty>现在没有叫号。请在取号机取号，听到叫号再到窗口。</p>{{/EMPTY}}
<ul class="screen-waits" aria-label="等候人数">
{{#GROUP}}<li><b class="screen-letter num">{{CODE}}</b> <span>{{NAME}}</span> <span class="screen-count">等候 <b class="num" data-hall-group="{{CODE}}">{{HOW_MANY}}</b> 人</span></li>
{{/GROUP}}</ul>
<p class="screen-rule">按到达先后叫号。60 岁以上、残疾人、孕妇提前 15 分钟；按时来的预约最多提前 30 分钟。过号 30 分钟内回来，原来的位置还在。</p>
</div>
