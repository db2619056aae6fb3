{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">归档移交</li></ol></nav>
<h1>归档移交{{#ONE_DEPARTMENT}}：{{DEPT_NAME}}{{/ONE_DEPARTMENT}}</h1>
{{#DEPARTMENTS}}<p>办结的件，纸质材料最晚在下个月底前移交档案室。下面是 {{UNTIL}} 以前到期、还没有被接收的。</p>
<table class="table table-cards"><caption class="visually-hidden">各部门的归档移交情况</caption><thead><tr><th scope="col">部门</th><th scope="col">还没有归档</th><th scope="col">等档案员接收</th><th scope="col">退回补正</th><th scope="col">其中已过期限</th></tr></thead><tbody>
{{#DEPARTMENT}}<tr><th class="card-title" scope="row" data-label="部门"><a href="{{URL}}">{{DEPT_NAME}}</a></th><td data-label="还没有归档">{{WAITING}}</td><td data-label="等档案员接收">{{MADE}}</td><td data-label="退回补正">{{RETURNED_COUNT}}</td><td data-label="其中已过期限">{{LATE}}</td></tr>
{{/DEPARTMENT}}</tbody></table>{{/DEPARTMENTS}}
{{#ONE_DEPARTMENT}}<ul class="tabs no-print"><li><a href="{{URL}}"{{#OPEN}} aria-current="page"{{/OPEN}}>移交清单</a></li><li><a href="{{NEXT_URL}}"{{#TAB_ON}} aria-current="page"{{/TAB_ON}}>已接收</a></li>{{#ALL_LINK}}<li><a href="/desk/archive">全部部门</a></li>{{/ALL_LINK}}</ul>
{{#OPEN}}<p>{{UNTIL}} 以前到期、还没有被接收的件，按期限先后排列。<span class="only-print-day">打印日期：{{TODAY}}。</span></p>{{/OPEN}}{{/ONE_DEPARTMENT}}
{{#CSV}}<p class="btn-row no-print"><button class="btn" type="button" data-print hidden>打印移交清单</button> <a class="btn btn-second" href="{{CSV_URL}}" download>导出表格（CSV）</a></p>{{/CSV}}
{{#TABLE}}<table class="table table-cards transfer-list"><caption class="visually-hidden">归档移交清单</caption><thead><tr><th scope="col">序号</th><th scope="col">办件</th><th scope="col">事项</th><th scope="col">申请人</th><th scope="col">决定</th><th scope="col">办结日期</th><th scope="col">文书</th><th scope="col">移交期限</th><th scope="col">移交状态</th></tr></thead><tbody>
{{#ROW}}<tr><td class="no-card" data-label="序号">{{SEQ}}</td><th class="card-title" scope="row" data-label="办件"><a class="num" href="/desk/archive/{{SHORT_NO}}">{{SHORT_NO}}</a></th><td data-label="事项">{{NAME}}</td><td data-label="申请人">{{APPLICANT}}</td><td data-label="决定">{{OUTCOME}}</td><td data-label="办结日期">{{DECIDED}}</td><td data-label="文书">{{PAPERS}} 件</td><td data-label="移交期限">{{DUE}}{{#LATE_MARK}} <span class="due due-over">已过期限</span>{{/LATE_MARK}}</td><td data-label="移交状态"><span class="tag {{TAG_CLASS}}">{{TAG}}</span>{{#DEFECT_SHOWN}}<br><span class="hint">{{DEFECT}}</span>{{/DEFECT_SHOWN}}</td></tr>
{{/ROW}}</tbody></table>
<div class="transfer-sign"><p>移交人（签字）：</p><p>接收人（签字）：</p><p>移交日期：　　　年　　月　　日</p></div>{{/TABLE}}
{{#ACCEPTED}}<table class="table table-cards"><caption class="visually-hidden">档案室已接收的件</caption><thead><tr><th scope="col">办件</th><th scope="col">事项</th><th scope="col">移交期限</th><th scope="col">接收人</th><th scope="col">接收时间</th></tr></thead><tbody>
{{#ROW}}<tr><th class="card-title" scope="row" data-label="办件"><a class="num" href="/desk/archive/{{SHORT_NO}}">{{SHORT_NO}}</a></th><td data-label="事项">{{NAME}}</td><td data-label="移交期限">{{DUE}}</td><td data-label="接收人">{{OFFICER}}</td><td data-label="接收时间">{{AT}}</td></tr>
{{/ROW}}</tbody></table>{{/ACCEPTED}}
{{#EMPTY}}<div class="empty"><p>这里没有要移交的件。</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="{{NEXT_URL}}">下一页</a></nav>{{/NEXT}}
