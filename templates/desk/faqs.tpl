{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">常见问题</li></ol></nav>
<h1>常见问题</h1>
<p class="hint">答得好的咨询，写成一般的问题和答案，由另一个人审核后公布在办事指南上，也能搜到。</p>
<ul class="tabs">{{#TAB}}<li><a href="{{TAB_URL}}"{{#TAB_ON}} aria-current="page"{{/TAB_ON}}>{{TAB_NAME}}</a></li>
{{/TAB}}</ul>
{{#TABLE}}<table class="table table-cards"><caption class="visually-hidden">新的在前</caption><thead><tr><th scope="col">问题</th><th scope="col">事项</th><th scope="col">谁写的</th><th scope="col">谁审的</th></tr></thead><tbody>
{{#ROW}}<tr><th class="card-title" scope="row" data-label="问题"><a href="/desk/faq/{{ID}}">{{FAQ_Q}}</a></th><td data-label="事项">{{NAME}}</td><td data-label="谁写的">{{DRAFTED_BY}}</td><td data-label="谁审的">{{REVIEWED_BY}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{#EMPTY}}<div class="empty"><p>这里没有。</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="{{NEXT_URL}}">下一页</a></nav>{{/NEXT}}
