{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">联办待办</li></ol></nav>
<h1>联办待办</h1>
<p class="lead">等部门提意见或者作决定的联办事项，最急的在前。每一件有自己的期限。</p>
{{#TABLE}}<table class="table table-cards worklist">
<caption class="visually-hidden">按到期先后排列的联办事项</caption>
<thead><tr><th scope="col">到期</th><th scope="col">办什么</th><th scope="col">部门</th><th scope="col">属于</th><th scope="col">申请人</th><th scope="col">要做的</th></tr></thead>
<tbody>
{{#ROW}}<tr><td data-label="到期"><span><span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span> <span class="num nowrap">{{DUE}}</span></span></td><th class="card-title" scope="row" data-label="办什么"><span><a href="/desk/case/{{SHORT_NO}}#parts">{{PART_NAME}}</a><br><span class="num hint">{{PART_NUMBER}}</span></span></th><td data-label="部门">{{PART_DEPT}}</td><td data-label="属于">{{NAME}}</td><td data-label="申请人">{{APPLICANT}}</td><td data-label="要做的">{{PART_KIND}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{#EMPTY}}<div class="empty"><p>现在没有等着办的联办事项。</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="{{NEXT_URL}}">下一页</a></nav>{{/NEXT}}
