{{%AUTOESCAPE context="HTML"}}<div class="kiosk" data-hall="slip">
<article class="slip" aria-label="号票">
<p class="slip-centre">{{CENTRE}}</p>
<h1 class="slip-no num">{{NUMBER}}</h1>
<p class="slip-name">{{NAME}}{{#PRIORITY}}　<strong>优先：{{PRIORITY_NAME}}</strong>{{/PRIORITY}}</p>
{{#BOOKED}}<p>预约时间 {{SLOT_AT}}</p>{{/BOOKED}}
{{#WAITING}}<p class="slip-wait">前面 <b class="num">{{AHEAD}}</b> 人，{{WAIT}}</p>{{/WAITING}}
<figure class="qr">{{>QR}}<figcaption>手机扫一扫，随时看排到哪里</figcaption></figure>
<p class="slip-small">过号 30 分钟内，到取号机扫这个码，原来的位置还在。</p>
<p class="slip-small num">{{AT}} 取号</p>
</article>
<p class="kiosk-done no-print" role="status">请拿好号票，听叫号。</p>
<p class="no-print"><a class="btn kiosk-back" href="/hall/take" data-hall-back>好了，返回</a> <button class="btn btn-second" type="button" data-print hidden>再打印一次</button></p>
</div>
