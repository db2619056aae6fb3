{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/admin">系统管理</a></li><li aria-current="page">开放时间</li></ol></nav>
<h1>开放时间</h1>
<p class="lead">工作日按下面的时间开放和放号；节假日不开放。调休上班的周六、周日没有单独规定，就和星期五一样。临时不开放，请到<a href="/admin/closures">停办</a>安排。</p>
<ul class="cards">{{#GROUP}}<li class="card"><h2 class="card-title"><span class="num">{{CODE}}</span> {{NAME}}</h2>{{#UNBOOKABLE}}<p class="hint">这类业务不放预约号，时间只用于大厅取号。</p>{{/UNBOOKABLE}}
{{#WEEK}}<div class="hall-week">{{#NOW}}<h3>现在</h3>{{/NOW}}{{#LATER}}<h3>从{{FROM}}起</h3>{{/LATER}}{{#SHUT}}<p>不开放。</p>{{/SHUT}}<dl class="facts facts-tight">{{#LINE}}<div><dt>{{WEEKDAYS}}</dt><dd>{{HOURS}}</dd></div>{{/LINE}}</dl></div>
{{/WEEK}}
<p class="btn-row"><a class="btn btn-second" href="/admin/hours/{{CODE}}">改{{NAME}}的开放时间</a></p></li>
{{/GROUP}}</ul>
{{>CHANGES}}
