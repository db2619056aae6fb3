{{%AUTOESCAPE context="HTML"}}<h1>工作日计算</h1>
<p class="lead">办理时限按工作日算：周末和法定节假日不算，调休上班的日子要算；收到申请的当天不算，从下一个工作日算起。</p>
{{#WRONG}}<div class="note note-warn" role="alert"><p>{{WRONG_SAY}}</p></div>{{/WRONG}}
<form class="filters" method="get" action="/deadline"><div class="filters-row">
<div><label for="f-from">从哪天起</label><input type="date" id="f-from" name="from" value="{{FROM_VALUE}}" required></div>
<div><label for="f-days">几个工作日</label><input type="text" id="f-days" name="days" class="num" inputmode="numeric" value="{{DAYS_VALUE}}" required></div>
<div><button class="btn btn-wide" type="submit">计算</button></div></div></form>
{{#ANSWER}}<section class="now-box" aria-labelledby="due-h"><h2 id="due-h">最后一天是 <span class="nowrap">{{DUE}}</span></h2><p>从 {{FROM}} 起，{{DAYS}} 个工作日。</p>
{{#PROVISIONAL}}<p class="hint">有的年份放假安排还没有公布，先按周末推算，公布后可能会变。</p>{{/PROVISIONAL}}</section>
{{#SKIPPED}}<table class="table"><caption>中间不算的日子</caption><thead><tr><th scope="col">日期</th><th scope="col">星期</th><th scope="col">原因</th></tr></thead><tbody>{{#SKIPPED_DAY}}<tr><td class="nowrap" data-label="日期">{{DATE}}</td><td class="nowrap" data-label="星期">{{WEEKDAY}}</td><td data-label="原因">{{WHY}}</td></tr>{{/SKIPPED_DAY}}</tbody></table>{{/SKIPPED}}
{{#MADE_UP}}<table class="table"><caption>调休上班、照样要算的周末</caption><thead><tr><th scope="col">日期</th><th scope="col">星期</th><th scope="col">原因</th></tr></thead><tbody>{{#MADE_UP_DAY}}<tr><td class="nowrap" data-label="日期">{{DATE}}</td><td class="nowrap" data-label="星期">{{WEEKDAY}}</td><td data-label="原因">{{WHY}}</td></tr>{{/MADE_UP_DAY}}</tbody></table>{{/MADE_UP}}
{{/ANSWER}}
<p class="hint">依据：《中华人民共和国行政许可法》第八十二条，以及国务院办公厅公布的节假日安排。</p>
