{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">预警</li></ol></nav>
<h1>预警</h1>
<p class="lead">红色的已经过了期限，黄色的快要到期。新的在前。</p>
{{#TABLE}}<table class="table table-cards"><caption class="visually-hidden">快到期和已超期的办件，新的在前</caption><thead><tr><th scope="col">预警</th><th scope="col">办件</th><th scope="col">事项</th><th scope="col">部门</th><th scope="col">期限</th><th scope="col">现在状态</th></tr></thead><tbody>
{{#ROW}}<tr><td data-label="预警"><span class="due {{KIND_CLASS}}">{{KIND_NAME}}</span></td><th class="card-title" scope="row" data-label="办件"><a class="num" href="{{PATH}}">{{SHORT_NO}}</a></th><td data-label="事项">{{NAME}}</td><td data-label="部门">{{DEPT}}</td><td data-label="期限">{{DUE}}</td><td data-label="现在状态">{{#STATE}}<span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span>{{/STATE}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{#EMPTY}}<div class="empty"><p>没有预警，一切按时。</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="/desk/alerts?before={{BEFORE}}">更早的</a></nav>{{/NEXT}}
