{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">台账</li></ol></nav>
<h1>台账</h1>
{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
<form class="filters" method="get" action="/desk/ledger"><div class="filters-row">
<div><label for="f-kind">台账</label><select id="f-kind" name="kind">{{#OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_ON}} selected{{/OPTION_ON}}>{{OPTION_NAME}}</option>{{/OPTION}}</select></div>
<div><label for="f-from">从哪天</label><input type="date" id="f-from" name="from" value="{{FROM}}"></div>
<div><label for="f-until">到哪天（含当天）</label><input type="date" id="f-until" name="until" value="{{UNTIL}}"></div>
{{#DEPT_CHOICE}}<div><label for="f-dept">业务主管部门</label><select id="f-dept" name="dept"><option value="">全部</option>{{#DEPT_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_ON}} selected{{/OPTION_ON}}>{{OPTION_NAME}}</option>{{/DEPT_OPTION}}</select></div>{{/DEPT_CHOICE}}
<div><button class="btn btn-second btn-wide" type="submit">查看</button></div>
</div></form>
{{#CSV}}<p class="btn-row"><a class="btn" href="{{CSV_URL}}" download>导出表格（CSV）</a></p><p class="hint">用表格软件直接打开。姓名和证件号码已经遮住；每次导出都会记录。一个文件最多 {{FILE_ROWS}} 条，再多就请分几次导出。</p>{{/CSV}}
{{#TABLE}}<table class="table table-cards"><caption class="visually-hidden">{{BOOK_NAME}}台账，按时间先后</caption><thead><tr><th scope="col">时间</th><th scope="col">办件</th><th scope="col">事项</th><th scope="col">申请人</th><th scope="col">环节</th><th scope="col">文书编号</th><th scope="col">经办人</th></tr></thead><tbody>
{{#ROW}}<tr><td data-label="时间">{{AT}}</td><th class="card-title" scope="row" data-label="办件"><a class="num" href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a></th><td data-label="事项">{{NAME}}<br><span class="hint">{{DEPT_NAME}}</span></td><td data-label="申请人">{{APPLICANT}}</td><td data-label="环节">{{TOLD}}</td><td data-label="文书编号">{{DOCUMENT_NUMBER}}</td><td data-label="经办人">{{ACTOR}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{#EMPTY}}<div class="empty"><p>这段时间没有记录。</p><p class="hint">可以换一种台账，或者把日期放宽。</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="{{NEXT_URL}}">下一页</a></nav>{{/NEXT}}
