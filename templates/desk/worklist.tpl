{{%AUTOESCAPE context="HTML"}}<h1>待办件</h1>
<form class="search no-print" method="get" action="/desk/find" role="search">
<label class="visually-hidden" for="f-q">扫回执二维码，或输入办件编号、申请人证件号码</label>
<input type="search" id="f-q" name="q" maxlength="300" placeholder="扫回执二维码，或输入办件编号、证件号码">
<button class="btn btn-second" type="submit">查找</button>
</form>
<ul class="tabs">{{#TAB}}<li><a href="{{TAB_URL}}"{{#TAB_ON}} aria-current="page"{{/TAB_ON}}>{{TAB_NAME}}{{#TAB_COUNTED}} <span class="count">{{TAB_COUNT}}</span>{{/TAB_COUNTED}}</a></li>
{{/TAB}}{{#PARTS_LINK}}<li><a href="/desk/parts">联办待办 <span class="count">{{TAB_COUNT}}</span></a></li>{{/PARTS_LINK}}</ul>
<nav aria-label="其他工作"><ul class="work-menu">{{#QUEUE_LINK}}<li><a href="/desk/queue">窗口叫号</a></li>{{/QUEUE_LINK}}{{#BOOKINGS_LINK}}<li><a href="/desk/bookings">预约</a></li>{{/BOOKINGS_LINK}}{{#INTAKE_LINK}}<li><a href="/desk/intake">收件登记</a></li>{{/INTAKE_LINK}}{{#ISSUE_LINK}}<li><a href="/desk/issue">发放结果</a></li>{{/ISSUE_LINK}}{{#LEDGER_LINK}}<li><a href="/desk/ledger">台账</a></li>{{/LEDGER_LINK}}{{#ARCHIVE_LINK}}<li><a href="/desk/archive">归档移交</a></li>{{/ARCHIVE_LINK}}<li><a href="/desk/certificates">查证照</a></li>{{#ALERTS_LINK}}<li><a href="/desk/alerts">预警</a></li>{{/ALERTS_LINK}}{{#RATINGS_LINK}}<li><a href="/desk/ratings">差评整改</a></li>{{/RATINGS_LINK}}{{#GAPS_LINK}}<li><a href="/desk/gaps">容缺待补</a></li>{{/GAPS_LINK}}{{#CHECKS_LINK}}<li><a href="/desk/checks">承诺核查</a></li>{{/CHECKS_LINK}}{{#CREDIT_LINK}}<li><a href="/desk/credit">失信记录</a></li>{{/CREDIT_LINK}}{{#COMPLAINTS_LINK}}<li><a href="/desk/complaints">投诉建议</a></li>{{/COMPLAINTS_LINK}}{{#ENQUIRIES_LINK}}<li><a href="/desk/enquiries">咨询</a></li>{{/ENQUIRIES_LINK}}{{#FAQ_LINK}}<li><a href="/desk/faq">常见问题</a></li>{{/FAQ_LINK}}{{#LOAD_LINK}}<li><a href="/desk/load">大厅忙闲</a></li>{{/LOAD_LINK}}{{#PASSWORD_LINK}}<li><a href="/desk/password">重设密码</a></li>{{/PASSWORD_LINK}}</ul></nav>
{{#FILTERS}}<form class="filters" method="get" action="/desk"><input type="hidden" name="tab" value="{{TAB_KEY}}">
<div class="filters-row">
<div><label for="f-state">状态</label><select id="f-state" name="state"><option value="">全部</option>{{#OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_ON}} selected{{/OPTION_ON}}>{{OPTION_NAME}}</option>{{/OPTION}}</select></div>
<div><label for="f-matter">事项</label><select id="f-matter" name="matter"><option value="">全部</option>{{#MATTER_OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_ON}} selected{{/OPTION_ON}}>{{OPTION_NAME}}</option>{{/MATTER_OPTION}}</select></div>
<div><label for="f-claim">谁在办</label><select id="f-claim" name="claim"><option value="0">全部</option><option value="1"{{#CLAIM_MINE}} selected{{/CLAIM_MINE}}>我</option><option value="2"{{#CLAIM_NOBODY}} selected{{/CLAIM_NOBODY}}>还没人领</option></select></div>
<div><label class="choice"><input type="checkbox" name="new" value="1"{{#NEW_ON}} checked{{/NEW_ON}}><span>只看有变化的</span></label></div>
<div><button class="btn btn-second btn-wide" type="submit">筛选</button></div>
</div></form>{{/FILTERS}}
{{#TABLE}}<table class="table table-cards worklist">
<caption class="visually-hidden">按到期先后排列的办件</caption>
<thead><tr><th scope="col">到期</th><th scope="col">办件</th><th scope="col">事项</th><th scope="col">申请人</th><th scope="col">状态</th><th scope="col">谁在办</th></tr></thead>
<tbody>
{{#ROW}}<tr class="{{ROW_CLASS}}"><td data-label="到期">{{#DUE_SHOWN}}<span class="due {{DUE_CLASS}}" title="{{DUE}}">{{DUE_SAY}}</span>{{/DUE_SHOWN}}{{#LIMIT_SHOWN}} <span class="due-line">{{LIMIT_NAME}} <span class="due {{DUE_CLASS}}" title="{{DUE}}">{{DUE_SAY}}</span></span>{{/LIMIT_SHOWN}}</td><th class="card-title" scope="row" data-label="办件"><span><a class="num" href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a>{{#NEW}} <span class="mark-new">{{NEW_SAY}}</span>{{/NEW}}</span></th><td data-label="事项">{{NAME}}</td><td data-label="申请人">{{APPLICANT}}</td><td data-label="状态"><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span>{{#ASKED}} <span class="tag tag-wait">等部门确认</span>{{/ASKED}}{{#DISTRICT_SHOWN}} <span class="tag tag-plain">转{{DISTRICT}}</span>{{/DISTRICT_SHOWN}}</td><td data-label="谁在办">{{HOLDER}}</td></tr>
{{/ROW}}</tbody>
</table>{{/TABLE}}
{{#EMPTY}}<div class="empty"><p>这里没有要办的件。</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="{{NEXT_URL}}">下一页</a></nav>{{/NEXT}}
