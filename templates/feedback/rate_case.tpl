{{%AUTOESCAPE context="HTML"}}<h1>请您评价</h1>
<p class="lead">{{NAME}}</p>
<ul class="cards">{{#ROW}}<li class="card"><h2><a href="/rate/{{TOKEN}}?via=qr">{{KIND_NAME}}</a></h2><p>{{SERVED}}　{{DID}}</p></li>
{{/ROW}}</ul>
{{#EMPTY}}<div class="empty"><p>现在没有要评价的服务。</p><p class="hint">窗口办完、网上提交或者办结以后，30天内可以评。</p></div>{{/EMPTY}}
