{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/booking">预约</a></li><li aria-current="page">确认</li></ol></nav>
{{#OVER}}<h1>这个时间没有留住</h1>
<p class="lead">为您保留的时间已经过了，没有约成，位置让给了别人。</p>
<p class="btn-row"><a class="btn" href="/booking/for/{{SUBJECT}}">重新选时间</a> <a class="btn btn-second" href="/booking/mine">看我的预约</a></p>{{/OVER}}
{{#ALREADY}}<h1>已经约好了</h1>
<p class="lead">您约的是 {{VISIT_DAY}}<span class="book-hours">{{VISIT_TIME}}</span>，不用再确认。</p>
<p class="btn-row"><a class="btn" href="/booking/v/{{TOKEN}}">打开预约单</a></p>{{/ALREADY}}
