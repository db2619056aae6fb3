{{%AUTOESCAPE context="HTML"}}<h1>差评整改</h1>
<ul class="tabs">{{#TAB}}<li><a href="{{TAB_URL}}"{{#TAB_ON}} aria-current="page"{{/TAB_ON}}>{{TAB_NAME}}</a></li>
{{/TAB}}{{#REVIEW_LINK}}<li><a href="/desk/ratings/review">评价审核</a></li>{{/REVIEW_LINK}}</ul>
{{#TABLE}}<table class="table table-cards worklist"><caption class="visually-hidden">差评，先来的在前</caption><thead><tr><th scope="col">到期</th><th scope="col">编号</th><th scope="col">评价</th><th scope="col">事项和地点</th><th scope="col">进展</th><th scope="col">由谁办理</th></tr></thead><tbody>
{{#ROW}}<tr><td data-label="到期">{{#DUE_SHOWN}}<span class="due {{DUE_CLASS}}" title="{{DUE}}">{{DUE_SAY}}</span>{{/DUE_SHOWN}}</td><th class="card-title" scope="row" data-label="编号"><a class="num" href="/desk/ratings/{{NUMBER}}">{{NUMBER}}</a></th><td data-label="评价"><span class="tag rate-tag-{{LEVEL}}">{{LEVEL_NAME}}</span>{{#ROUND_SHOWN}} <span class="tag tag-plain">第{{ROUND}}轮</span>{{/ROUND_SHOWN}}</td><td data-label="事项和地点"><span>{{NAME}}<br><span class="hint">{{WHERE}}</span></span></td><td data-label="进展">{{STATE_NAME}}{{#COMPLEX}} <span class="tag tag-plain">复杂</span>{{/COMPLEX}}</td><td data-label="由谁办理">{{HANDLER}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{#EMPTY}}<div class="empty"><p>这里没有要办的差评。</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="更多{{STATE_NAME}}"><a class="btn btn-second" rel="next" href="{{NEXT_URL}}">更多“{{STATE_NAME}}”</a></nav>{{/NEXT}}
