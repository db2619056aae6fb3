{{%AUTOESCAPE context="HTML"}}<h1>预约办事</h1>
<p class="lead">约好时间再来，到了扫码报到，不用从头排队。{{DAYS}} 天内的时间都可以约。</p>
{{#BARRED}}<div class="note note-wrong"><p><strong>您现在不能在网上预约</strong>，到 {{UNTIL}}为止：有三次约了没有来，也没有取消。可以打电话预约，或者直接到窗口取号。<a href="/booking/mine">不是这样？去申诉</a></p></div>{{/BARRED}}
{{#ABSENT}}<div class="note"><p>90 天里您有 {{TIMES}} 次约了没有来。满三次，30 天不能在网上预约。</p></div>{{/ABSENT}}
{{#OWN}}<p class="btn-row"><a class="btn btn-second" href="/booking/mine">我的预约</a></p>{{/OWN}}
<h2>您要办什么？</h2>
{{#GROUP_SHOWN}}<section class="book-group"><h3>{{GROUP_NAME}}</h3><p class="hint">{{SUMMARY}}</p>
<ul class="book-list">{{#MATTER}}<li><a href="/booking/for/{{CODE}}">{{NAME}}</a> <span class="hint">{{DEPT_NAME}}</span></li>
{{/MATTER}}<li><a href="/booking/for/{{GROUP}}">这个窗口的其他事</a></li></ul></section>
{{/GROUP_SHOWN}}
<p>领取办好的证件、咨询，不用预约，上班时间直接来。不会上网的，可以打电话{{#PHONE_GIVEN}} <strong class="num">{{CENTRE_PHONE}}</strong>{{/PHONE_GIVEN}}，或者到窗口请工作人员帮您约。</p>
