{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">投诉建议</li></ol></nav>
<h1>投诉建议</h1>
{{#NEW_LINK}}<p class="btn-row"><a class="btn" href="/desk/complaints/new">登记当面、电话反映的</a></p>{{/NEW_LINK}}
<ul class="tabs">{{#TAB}}<li><a href="{{TAB_URL}}"{{#TAB_ON}} aria-current="page"{{/TAB_ON}}>{{TAB_NAME}}</a></li>
{{/TAB}}</ul>
{{#TABLE}}<table class="table table-cards">
<caption class="visually-hidden">按到期先后排列</caption>
<thead><tr><th scope="col">到期</th><th scope="col">编号</th><th scope="col">类别</th><th scope="col">关于</th><th scope="col">情形</th><th scope="col">状态</th><th scope="col">谁在办</th></tr></thead>
<tbody>
{{#ROW}}<tr><td data-label="到期">{{#DUE_SHOWN}}<span class="due {{DUE_CLASS}}" title="{{DUE}}">{{DUE_SAY}}</span>{{/DUE_SHOWN}}</td><th class="card-title" scope="row" data-label="编号"><a class="num" href="/desk/complaints/{{NUMBER}}">{{NUMBER}}</a></th><td data-label="类别">{{KIND_NAME}}{{#RUDE}} <span class="tag tag-wait">用语先看</span>{{/RUDE}}</td><td data-label="关于">{{ABOUT_TEXT}}</td><td data-label="情形">{{FAULT_NAME}}</td><td data-label="状态"><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span>{{#LEVEL_SHOWN}} <span class="tag tag-wait">{{LEVEL_NAME}}</span>{{/LEVEL_SHOWN}}{{#REOPENED}} <span class="tag tag-plain">不满意，再办</span>{{/REOPENED}}</td><td data-label="谁在办">{{HOLDER}}</td></tr>
{{/ROW}}</tbody>
</table>{{/TABLE}}
{{#EMPTY}}<div class="empty"><p>这里没有要办的。</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="{{NEXT_URL}}">下一页</a></nav>{{/NEXT}}
