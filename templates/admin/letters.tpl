{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/admin">系统管理</a></li><li aria-current="page">授权委托书</li></ol></nav>
<h1>授权委托书</h1>
<p class="lead">部门授权综合窗口办哪些事项、做到哪一步、到什么时候。没有有效的授权，窗口不能当场决定。</p>
{{#EMPTY}}<div class="empty"><p>还没有登记授权委托书。</p></div>{{/EMPTY}}
{{#TABLE}}<table class="table table-cards"><caption>已登记的，新的在前</caption><thead><tr><th scope="col">编号</th><th scope="col">事项</th><th scope="col">授权</th><th scope="col">期限</th><th scope="col">签发人</th><th scope="col">现在</th><th scope="col">操作</th></tr></thead><tbody>{{#ROW}}<tr><th class="card-title" scope="row" data-label="编号">{{NUMBER}}</th><td data-label="事项">{{NAME}}<br><span class="hint">{{DEPT_NAME}}</span></td><td data-label="授权">{{POWERS}}</td><td data-label="期限">{{FROM}}至{{UNTIL}}</td><td data-label="签发人">{{SIGNED_BY}}</td><td data-label="现在"><span class="tag {{STANDING_CLASS}}">{{STANDING}}</span></td><td data-label="操作">{{#MAY_END}}<form method="post" action="/admin/letters/end"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn btn-second btn-small" type="submit" name="id" value="{{ID}}" aria-label="终止{{NUMBER}}">终止</button></form>{{/MAY_END}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
<h2>登记新的</h2>
{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/admin/letters" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#NUMBER_WRONG}} is-wrong{{/NUMBER_WRONG}}"><label for="f-number">编号</label>{{#NUMBER_WRONG}}<p class="field-wrong">{{NUMBER_MESSAGE}}</p>{{/NUMBER_WRONG}}<p class="field-help">照授权委托书上的填，比如：（市监）授字〔2026〕第1号。</p><input type="text" id="f-number" name="number" class="w-l" value="{{NUMBER_VALUE}}" maxlength="80" required></div>
<div class="field{{#MATTER_WRONG}} is-wrong{{/MATTER_WRONG}}"><label for="f-matter">事项</label>{{#MATTER_WRONG}}<p class="field-wrong">{{MATTER_MESSAGE}}</p>{{/MATTER_WRONG}}<select id="f-matter" name="matter" required><option value="">请选择</option>{{#OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_ON}} selected{{/OPTION_ON}}>{{OPTION_NAME}}</option>{{/OPTION}}</select></div>
<fieldset class="field{{#MAY_ACCEPT_WRONG}} is-wrong{{/MAY_ACCEPT_WRONG}}{{#MAY_DECIDE_WRONG}} is-wrong{{/MAY_DECIDE_WRONG}}"><legend>授权窗口做什么</legend>{{#MAY_ACCEPT_WRONG}}<p class="field-wrong">{{MAY_ACCEPT_MESSAGE}}</p>{{/MAY_ACCEPT_WRONG}}{{#MAY_DECIDE_WRONG}}<p class="field-wrong">{{MAY_DECIDE_MESSAGE}}</p>{{/MAY_DECIDE_WRONG}}<div class="choices">
<label class="choice"><input type="checkbox" id="f-may_accept" name="may_accept" value="1"{{#MAY_ACCEPT_ON}} checked{{/MAY_ACCEPT_ON}}><span>受理</span></label>
<label class="choice"><input type="checkbox" id="f-may_decide" name="may_decide" value="1"{{#MAY_DECIDE_ON}} checked{{/MAY_DECIDE_ON}}><span>当场决定<span class="choice-help">只能用于即办件</span></span></label></div></fieldset>
<div class="field{{#FROM_DAY_WRONG}} is-wrong{{/FROM_DAY_WRONG}}"><label for="f-from_day">从哪天起</label>{{#FROM_DAY_WRONG}}<p class="field-wrong">{{FROM_DAY_MESSAGE}}</p>{{/FROM_DAY_WRONG}}<input type="date" id="f-from_day" name="from_day" class="w-m" value="{{FROM_DAY_VALUE}}" required></div>
<div class="field{{#UNTIL_DAY_WRONG}} is-wrong{{/UNTIL_DAY_WRONG}}"><label for="f-until_day">到哪天止（含当天）</label>{{#UNTIL_DAY_WRONG}}<p class="field-wrong">{{UNTIL_DAY_MESSAGE}}</p>{{/UNTIL_DAY_WRONG}}<input type="date" id="f-until_day" name="until_day" class="w-m" value="{{UNTIL_DAY_VALUE}}" required></div>
<div class="field{{#SIGNED_BY_WRONG}} is-wrong{{/SIGNED_BY_WRONG}}"><label for="f-signed_by">部门签发人</label>{{#SIGNED_BY_WRONG}}<p class="field-wrong">{{SIGNED_BY_MESSAGE}}</p>{{/SIGNED_BY_WRONG}}<input type="text" id="f-signed_by" name="signed_by" class="w-m" value="{{SIGNED_BY_VALUE}}" maxlength="60" required></div>
<button class="btn" type="submit">登记</button>
</form>
