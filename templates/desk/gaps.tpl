{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">容缺待补</li></ol></nav>
<h1>容缺待补</h1>
<p class="hint">先受理、后补材料的办件。材料交齐、审核合格以前，结果不能发。逾期没有补齐的，由业务主管部门决定是否终止。</p>
{{#TABLE}}<table class="table table-cards"><caption class="visually-hidden">等着补材料的办件，最急的在前</caption><thead><tr><th scope="col">到期</th><th scope="col">办件</th><th scope="col">事项</th><th scope="col">申请人</th><th scope="col">现在状态</th><th scope="col">材料</th></tr></thead><tbody>
{{#ROW}}<tr><td data-label="到期"><span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span> <span class="num">{{DUE}}</span></td><th class="card-title" scope="row" data-label="办件"><a class="num" href="/desk/case/{{SHORT_NO}}/gaps">{{SHORT_NO}}</a></th><td data-label="事项">{{NAME}}<br><span class="hint">{{DEPT_NAME}}</span></td><td data-label="申请人">{{APPLICANT}}</td><td data-label="现在状态"><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span></td><td data-label="材料">{{#GAP_LEFT}}<span class="tag tag-wait">还有 {{GAP_OPEN}} 项没交</span>{{/GAP_LEFT}}{{#GAP_ALL}}<span class="tag tag-ok">都交来了，请审核</span>{{/GAP_ALL}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{#EMPTY}}<div class="empty"><p>没有等着补材料的办件。</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="{{NEXT_URL}}">下一页</a></nav>{{/NEXT}}
