{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">咨询</li></ol></nav>
<h1>咨询</h1>
<p class="hint">谁先接，谁负责到底：转给部门以后，仍由最先接待的人负责答复（首问负责）。</p>
{{#NEW_LINK}}<p class="btn-row"><a class="btn" href="/desk/enquiries/new">登记当面、电话、信函问的</a></p>{{/NEW_LINK}}
<ul class="tabs">{{#TAB}}<li><a href="{{TAB_URL}}"{{#TAB_ON}} aria-current="page"{{/TAB_ON}}>{{TAB_NAME}}</a></li>
{{/TAB}}</ul>
{{#TABLE}}<table class="table table-cards">
<caption class="visually-hidden">按到期先后排列</caption>
<thead><tr><th scope="col">到期</th><th scope="col">编号</th><th scope="col">事项</th><th scope="col">怎样问的</th><th scope="col">状态</th><th scope="col">负责人</th></tr></thead>
<tbody>
{{#ROW}}<tr><td data-label="到期">{{#DUE_SHOWN}}<span class="due {{DUE_CLASS}}" title="{{DUE}}">{{DUE_SAY}}</span>{{/DUE_SHOWN}}</td><th class="card-title" scope="row" data-label="编号"><a class="num" href="/desk/enquiries/{{NUMBER}}">{{NUMBER}}</a></th><td data-label="事项">{{NAME}}{{#RUDE}} <span class="tag tag-wait">用语先看</span>{{/RUDE}}</td><td data-label="怎样问的">{{CHANNEL}}</td><td data-label="状态"><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span></td><td data-label="负责人">{{OWNER}}</td></tr>
{{/ROW}}</tbody>
</table>{{/TABLE}}
{{#EMPTY}}<div class="empty"><p>这里没有要答的。</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="{{NEXT_URL}}">下一页</a></nav>{{/NEXT}}
