{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">查找</li></ol></nav>
<h1>查找办件</h1>
<form class="search" method="get" action="/desk/find" role="search">
<label class="visually-hidden" for="f-q">扫回执二维码，或输入办件编号、申请人证件号码</label>
<input type="search" id="f-q" name="q" value="{{QUERY}}" maxlength="300" placeholder="扫回执二维码，或输入办件编号、证件号码">
<button class="btn" type="submit">查找</button>
</form>
{{#TABLE}}<table class="table table-cards"><caption>这个证件号码名下的办件</caption><thead><tr><th scope="col">办件</th><th scope="col">事项</th><th scope="col">部门</th><th scope="col">申请人</th><th scope="col">状态</th><th scope="col">提交时间</th></tr></thead><tbody>
{{#ROW}}<tr><th class="card-title" scope="row" data-label="办件"><a class="num" href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a></th><td data-label="事项">{{NAME}}</td><td data-label="部门">{{DEPT_NAME}}</td><td data-label="申请人">{{APPLICANT}}</td><td data-label="状态"><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span></td><td data-label="提交时间">{{SUBMITTED_AT}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{#EMPTY}}<div class="empty"><p>没有找到，或者不在您的查看范围内。</p><p class="hint">请核对编号；按证件号码查找时，要输入完整的号码。</p></div>{{/EMPTY}}
