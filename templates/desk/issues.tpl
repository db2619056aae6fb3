{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">发放结果</li></ol></nav>
<h1>发放结果</h1>
<form class="search" method="get" action="/desk/issue" role="search">
<label class="visually-hidden" for="f-q">扫回执二维码，或输入办件编号</label>
<input type="search" id="f-q" name="q" value="{{QUERY}}" maxlength="300" placeholder="扫回执二维码，或输入办件编号" autocomplete="off" autofocus>
<button class="btn" type="submit">打开</button>
</form>
{{#NOT_FOUND}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>没有找到这个办件。请重新扫回执上的二维码，或对照回执核对编号。忘带回执的，可以到<a href="/desk/find">查找</a>按证件号码找。</p></div>{{/NOT_FOUND}}
<ul class="tabs">{{#TAB}}<li><a href="{{TAB_URL}}"{{#TAB_ON}} aria-current="page"{{/TAB_ON}}>{{TAB_NAME}}</a></li>
{{/TAB}}</ul>
{{#UNCLAIMED_HINT}}<p class="hint">到窗口满 {{COLLECT_DAYS}} 个工作日还没有人来领的。系统每 {{COLLECT_DAYS}} 个工作日给申请人发一次提醒。</p>{{/UNCLAIMED_HINT}}
{{#TABLE}}<table class="table table-cards"><caption class="visually-hidden">{{TAB_NAME}}的结果，等得久的在前</caption><thead><tr><th scope="col">办件</th><th scope="col">事项</th><th scope="col">申请人</th><th scope="col">结果</th><th scope="col">到窗口</th><th scope="col">期限</th><th scope="col">谁在办</th></tr></thead><tbody>
{{#ROW}}<tr><th class="card-title" scope="row" data-label="办件"><a class="num" href="/desk/issue/{{SHORT_NO}}">{{SHORT_NO}}</a></th><td data-label="事项">{{NAME}}<br><span class="hint">{{DEPT_NAME}}</span></td><td data-label="申请人">{{APPLICANT}}{{#HAS_AGENT}} <span class="tag tag-plain">有代理人</span>{{/HAS_AGENT}}</td><td data-label="结果">{{OUTCOME}}</td><td data-label="到窗口">{{READY_DAY}}<br><span class="hint">已等 {{WAITED}} 个工作日</span></td><td data-label="期限">{{#DUE_SHOWN}}<span class="due {{DUE_CLASS}}" title="{{DUE}}">{{DUE_SAY}}</span>{{/DUE_SHOWN}}</td><td data-label="谁在办">{{HOLDER}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{#PART_TABLE}}<table class="table table-cards"><caption class="visually-hidden">已到窗口、可以先领的单件，等得久的在前</caption><thead><tr><th scope="col">办件</th><th scope="col">哪一件</th><th scope="col">申请人</th><th scope="col">结果</th><th scope="col">到窗口</th></tr></thead><tbody>
{{#ROW}}<tr><th class="card-title" scope="row" data-label="办件"><a class="num" href="/desk/issue/{{SHORT_NO}}?part={{PART_SEQ}}">{{PART_NUMBER}}</a></th><td data-label="哪一件"><span>{{PART_NAME}}<br><span class="hint">{{PART_DEPT}}，属于{{NAME}}</span></span></td><td data-label="申请人">{{APPLICANT}}{{#HAS_AGENT}} <span class="tag tag-plain">有代理人</span>{{/HAS_AGENT}}</td><td data-label="结果">{{OUTCOME}}</td><td data-label="到窗口">{{PART_AT}}</td></tr>
{{/ROW}}</tbody></table>{{/PART_TABLE}}
{{#EMPTY}}<div class="empty"><p>{{EMPTY_SAY}}</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="{{NEXT_URL}}">下一页</a></nav>{{/NEXT}}
