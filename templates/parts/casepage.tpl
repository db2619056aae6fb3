{{%AUTOESCAPE context="HTML"}}<section class="now-box{{#YOURS}} is-yours{{/YOURS}}" aria-labelledby="now-h">
<span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span>
<h2 id="now-h">{{HEADLINE}}</h2>
{{#BECAUSE_SHOWN}}<p>原因：{{BECAUSE}}</p>
{{/BECAUSE_SHOWN}}<p>{{SAY}}</p>
{{#ACT}}<p class="btn-row no-print"><a class="btn" href="{{ACT_URL}}">{{ACT_LABEL}}</a></p>{{/ACT}}
</section>
{{>AFTER_NOW}}
{{#BRING}}<p class="visit-ask no-print">也可以把原件带到窗口来办：<a href="/booking/for/{{SHORT_NO}}">预约一个时间</a>　<span class="hint">到了扫码报到，不用从头排队</span></p>
{{/BRING}}{{#COLLECT}}<p class="visit-ask no-print">领取不用预约：上班时间直接来，到取号机选领取。<a href="/hall">看看大厅现在叫到几号</a></p>
{{/COLLECT}}{{#RATE}}<p class="rate-ask no-print"><a href="/rate/case/{{CASE_TOKEN}}">请您评价这次办理</a>　<span class="hint">点两下就好，可以不留姓名</span></p>{{/RATE}}
{{>PARTS}}
{{#CLOCKS}}<section aria-labelledby="clocks-h"><h2 id="clocks-h">办理时限</h2>
{{#CLOCK_WAITS}}<p class="clock-say">承诺时限还没有开始：从“{{PART_NAME}}”办好的第二天算起。</p>
{{/CLOCK_WAITS}}<div class="clocks">{{#CLOCK}}<div class="clock {{CLOCK_CLASS}}">
<h3 class="clock-name">{{CLOCK_NAME}}</h3>
<p class="clock-left">{{#LEFT}}还剩 <strong>{{LEFT_DAYS}}</strong> 个工作日{{/LEFT}}{{#LAST_DAY}}<strong>今天</strong> 到期{{/LAST_DAY}}{{#OVER}}已超过 <strong>{{OVER_DAYS}}</strong> 个工作日{{/OVER}}{{#STOPPED}}<strong>{{STOPPED_SAY}}</strong>{{/STOPPED}}</p>
{{#BAR}}<progress class="clock-bar" max="{{BAR_MAX}}" value="{{BAR_VALUE}}" aria-hidden="true"></progress>
{{/BAR}}<p class="clock-due">最晚 <time datetime="{{DUE_ISO}}">{{DUE}}</time></p>
<p class="clock-say">{{CLOCK_SAY}}</p>
</div>
{{/CLOCK}}</div>
{{#PROVISIONAL}}<p class="hint">下一年的放假安排还没有公布，日期先按周末推算，公布后可能会变。</p>{{/PROVISIONAL}}
<p class="hint">时限按工作日算，周末和法定节假日不算。<a href="/deadline">怎么算的？</a></p></section>{{/CLOCKS}}
{{#NOTICES}}<section aria-labelledby="notices-h"><h2 id="notices-h">文书和通知</h2>
<ul class="doc-list">{{#NOTICE_ROW}}<li><a href="{{NOTICE_URL}}">{{NOTICE_TITLE}}</a>{{#NUMBER_SHOWN}} <span class="num">{{NUMBER}}</span>{{/NUMBER_SHOWN}} <span class="hint">{{NOTICE_AT}}</span></li>
{{/NOTICE_ROW}}</ul></section>{{/NOTICES}}
<section aria-labelledby="steps-h"><h2 id="steps-h">办理经过</h2>
<ol class="timeline">{{#STEP_DONE}}<li class="{{STEP_CLASS}}"><p class="timeline-what">{{TOLD}}</p><p class="timeline-when"><time datetime="{{AT_ISO}}">{{AT}}</time></p>{{#REASON_SHOWN}}<p class="timeline-say">{{REASON}}</p>{{/REASON_SHOWN}}</li>
{{/STEP_DONE}}{{#STEP_NOW}}<li class="is-now"><p class="timeline-what">{{HEADLINE}}</p><p class="timeline-when">现在在这一步</p></li>
{{/STEP_NOW}}{{#STEP_NEXT}}<li class="is-next"><p class="timeline-what">{{NEXT_SAY}}</p></li>
{{/STEP_NEXT}}</ol></section>
