{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/admin">系统管理</a></li><li aria-current="page">顶岗安排</li></ol></nav>
<h1>顶岗安排</h1>
<p class="lead">A 岗不在时，由岗位相同或相近的 B 岗代行职责，权责相同；每一步都会记成“B 代 A 行使”。</p>
{{#EMPTY}}<div class="empty"><p>现在没有顶岗安排。</p></div>{{/EMPTY}}
{{#TABLE}}<table class="table table-cards"><caption>正在生效和将要生效的</caption><thead><tr><th scope="col">不在岗</th><th scope="col">顶岗</th><th scope="col">从</th><th scope="col">到</th><th scope="col">事由</th><th scope="col">批准人</th><th scope="col">操作</th></tr></thead><tbody>{{#ROW}}<tr><th class="card-title" scope="row" data-label="不在岗">{{A_NAME}}</th><td data-label="顶岗">{{B_NAME}}</td><td data-label="从">{{FROM}}</td><td data-label="到">{{UNTIL}}</td><td data-label="事由">{{REASON}}</td><td data-label="批准人">{{APPROVER}}</td><td data-label="操作"><form method="post" action="/admin/substitutions/end"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn btn-second btn-small" type="submit" name="id" value="{{ID}}">提前结束</button></form></td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
<h2>新的安排</h2>
{{>FORM_ERRORS}}
<form class="sign" method="post" action="/admin/substitutions" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#A_LOGIN_WRONG}} is-wrong{{/A_LOGIN_WRONG}}"><label for="f-a_login">不在岗人员的登录名（A 岗）</label>{{#A_LOGIN_WRONG}}<p class="field-wrong">{{A_LOGIN_MESSAGE}}</p>{{/A_LOGIN_WRONG}}<input type="text" id="f-a_login" name="a_login" class="w-m" value="{{A_LOGIN_VALUE}}" spellcheck="false" required></div>
<div class="field{{#B_LOGIN_WRONG}} is-wrong{{/B_LOGIN_WRONG}}"><label for="f-b_login">顶岗人员的登录名（B 岗）</label>{{#B_LOGIN_WRONG}}<p class="field-wrong">{{B_LOGIN_MESSAGE}}</p>{{/B_LOGIN_WRONG}}<input type="text" id="f-b_login" name="b_login" class="w-m" value="{{B_LOGIN_VALUE}}" spellcheck="false" required></div>
<div class="field{{#FROM_DAY_WRONG}} is-wrong{{/FROM_DAY_WRONG}}"><label for="f-from_day">从哪天起</label>{{#FROM_DAY_WRONG}}<p class="field-wrong">{{FROM_DAY_MESSAGE}}</p>{{/FROM_DAY_WRONG}}<input type="date" id="f-from_day" name="from_day" class="w-m" value="{{FROM_DAY_VALUE}}" required></div>
<div class="field{{#UNTIL_DAY_WRONG}} is-wrong{{/UNTIL_DAY_WRONG}}"><label for="f-until_day">到哪天止（含当天）</label>{{#UNTIL_DAY_WRONG}}<p class="field-wrong">{{UNTIL_DAY_MESSAGE}}</p>{{/UNTIL_DAY_WRONG}}<input type="date" id="f-until_day" name="until_day" class="w-m" value="{{UNTIL_DAY_VALUE}}" required></div>
<div class="field{{#REASON_WRONG}} is-wrong{{/REASON_WRONG}}"><label for="f-reason">事由</label>{{#REASON_WRONG}}<p class="field-wrong">{{REASON_MESSAGE}}</p>{{/REASON_WRONG}}<input type="text" id="f-reason" name="reason" class="w-l" value="{{REASON_VALUE}}" maxlength="200" required></div>
<button class="btn" type="submit">安排顶岗</button>
</form>
