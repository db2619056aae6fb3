{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">承诺核查</li></ol></nav>
<h1>承诺核查</h1>
<p class="hint">按告知承诺准予的，要在期限内由两名以上工作人员到现场核查。属实的登记通过；不属实的撤销决定，并记入信用记录。</p>
{{#TABLE}}<table class="table table-cards"><caption class="visually-hidden">要核查的承诺，最急的在前</caption><thead><tr><th scope="col">到期</th><th scope="col">办件</th><th scope="col">事项</th><th scope="col">申请人</th><th scope="col">现在状态</th><th scope="col">操作</th></tr></thead><tbody>
{{#ROW}}<tr><td data-label="到期"><span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span> <span class="num">{{DUE}}</span></td><th class="card-title" scope="row" data-label="办件"><a class="num" href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a></th><td data-label="事项">{{NAME}}</td><td data-label="申请人">{{APPLICANT}}</td><td data-label="现在状态"><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span></td><td data-label="操作"><span class="row-acts">{{#MAY_PASS}}<a href="/desk/case/{{SHORT_NO}}/do/pass_check">登记核查通过<span class="visually-hidden">：{{SHORT_NO}}</span></a>{{/MAY_PASS}}{{#MAY_REVOKE}} <a href="/desk/case/{{SHORT_NO}}/do/revoke">不属实，撤销<span class="visually-hidden">：{{SHORT_NO}}</span></a>{{/MAY_REVOKE}}</span></td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{#MORE}}<p class="hint">只列出最急的 100 件，办完这些再看后面的。</p>{{/MORE}}
{{#EMPTY}}<div class="empty"><p>没有要核查的承诺。</p></div>{{/EMPTY}}
