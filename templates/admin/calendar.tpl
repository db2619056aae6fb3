{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/admin">系统管理</a></li><li aria-current="page">工作日历</li></ol></nav>
<h1>工作日历</h1>
<p class="lead">国务院办公厅一般在每年十一月公布下一年的安排。公布后在这里导入，到期日按它计算；没有导入的年份先按周末推算，并标明“暂定”。</p>
{{#TABLE}}<table class="table table-cards"><caption>已导入的年份</caption><thead><tr><th scope="col">地区</th><th scope="col">年份</th><th scope="col">通知文号</th><th scope="col">放假（天）</th><th scope="col">调休上班（天）</th><th scope="col">导入时间</th></tr></thead><tbody>{{#ROW}}<tr><td data-label="地区">{{REGION}}</td><th class="card-title" scope="row" data-label="年份">{{YEAR}}</th><td data-label="通知文号">{{NOTICE_NO}}</td><td data-label="放假（天）">{{OFF_DAYS}}</td><td data-label="调休上班（天）">{{MADE_UP_DAYS}}</td><td data-label="导入时间">{{AT}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
<h2>导入一年</h2>
{{>FORM_ERRORS}}
{{#FAULTS}}<div class="wrong-summary" role="alert" tabindex="-1" data-focus><h2>没有导入，请改正下面的问题</h2><ul>{{#FAULT}}<li>{{#LINE_SHOWN}}第 {{LINE}} 行：{{/LINE_SHOWN}}{{FAULT_SAY}}</li>{{/FAULT}}</ul></div>{{/FAULTS}}
{{#PREVIEW}}<div class="note note-info" role="status">{{#NO_CHANGE}}<p>和现在的安排一样，没有变化。</p>{{/NO_CHANGE}}{{#CHANGES}}<p>导入后会有这些变化。没问题就点“确认导入”。</p><ul class="plain-list">{{#CHANGE}}<li>{{CHANGE_SAY}}</li>{{/CHANGE}}</ul>{{/CHANGES}}{{#IN_USE}}<p><strong>这一年已按“{{NOTICE_BEFORE}}”导入过，可能已用来计算期限。</strong>已经定下的到期日不会自动改变。</p>{{/IN_USE}}</div>{{/PREVIEW}}
<form class="sign sign-wide" method="post" action="/admin/calendar" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#REGION_WRONG}} is-wrong{{/REGION_WRONG}}"><label for="f-region">地区</label><p class="field-help" id="f-region-help">全国填 CN；地方自己的放假填六位行政区划代码。</p>{{#REGION_WRONG}}<p class="field-wrong">{{REGION_MESSAGE}}</p>{{/REGION_WRONG}}<input type="text" id="f-region" name="region" class="w-s num" value="{{REGION_VALUE}}" aria-describedby="f-region-help" required></div>
<div class="field{{#YEAR_WRONG}} is-wrong{{/YEAR_WRONG}}"><label for="f-year">年份</label>{{#YEAR_WRONG}}<p class="field-wrong">{{YEAR_MESSAGE}}</p>{{/YEAR_WRONG}}<input type="text" id="f-year" name="year" class="w-s num" inputmode="numeric" value="{{YEAR_VALUE}}" required></div>
<div class="field{{#NOTICE_NO_WRONG}} is-wrong{{/NOTICE_NO_WRONG}}"><label for="f-notice_no">通知文号</label>{{#NOTICE_NO_WRONG}}<p class="field-wrong">{{NOTICE_NO_MESSAGE}}</p>{{/NOTICE_NO_WRONG}}<input type="text" id="f-notice_no" name="notice_no" class="w-l" value="{{NOTICE_NO_VALUE}}" required></div>
<div class="field{{#TEXT_WRONG}} is-wrong{{/TEXT_WRONG}}"><label for="f-text">放假安排</label><p class="field-help" id="f-text-help">第一行照写 date,working,name；以后一天一行，如 2026-02-15,0,春节（0 放假，1 上班）。可以从表格软件里整段粘贴过来。</p>{{#TEXT_WRONG}}<p class="field-wrong">{{TEXT_MESSAGE}}</p>{{/TEXT_WRONG}}<textarea id="f-text" name="text" rows="14" class="num" aria-describedby="f-text-help" required>{{TEXT_VALUE:p}}</textarea></div>
<p class="btn-row" id="f-step"><button class="btn btn-second" type="submit" name="step" value="preview">先看会改什么</button> <button class="btn" type="submit" name="step" value="apply">确认导入</button></p>
</form>
