{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/admin">系统管理</a></li><li aria-current="page">停办</li></ol></nav>
<h1>停办</h1>
<p class="lead">整修、停电、培训，某段时间不开放，在这里安排。先看影响谁，再确认；已经约好的人会收到短信，系统给他们留别的时间。</p>
{{#PREVIEW}}<section class="note note-warn hall-preview" role="status" tabindex="-1" data-focus aria-labelledby="preview-h"><h2 id="preview-h">还没有停办，请先看一遍</h2>
{{#AGAIN}}<p><strong>在您看的时候情况变了：有人新约、改约或者取消，或者安排改了。请再看一遍，再确认。</strong></p>
{{/AGAIN}}<p>{{NAME}}，{{WHEN}}。确认以后，这段时间马上约不了。</p>
{{>DISPLACED}}
<p class="btn-row"><button class="btn btn-danger" type="submit" form="closure-form" name="sure" value="{{SURE}}" data-busy="正在停办…">确认停办</button> <a class="btn btn-second" href="/admin/closures">不停办了</a></p></section>{{/PREVIEW}}
<h2>停办一段时间</h2>
{{>FORM_ERRORS}}
<form class="sign sign-wide" id="closure-form" method="post" action="/admin/closures" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#GROUP_WRONG}} is-wrong{{/GROUP_WRONG}}"><label for="f-group">停办的范围</label>{{#GROUP_WRONG}}<p class="field-wrong">{{GROUP_MESSAGE}}</p>{{/GROUP_WRONG}}<select id="f-group" name="group" required><option value="">请选择</option>{{#GROUP_OPTION}}<option value="{{GROUP_CODE}}"{{#GROUP_ON}} selected{{/GROUP_ON}}>{{GROUP_CODE}} {{GROUP_NAME}}</option>{{/GROUP_OPTION}}<option value="all"{{#GROUP_IS_ALL}} selected{{/GROUP_IS_ALL}}>整个中心</option></select></div>
<div class="hall-pair"><div class="field{{#FROM_DAY_WRONG}} is-wrong{{/FROM_DAY_WRONG}}"><label for="f-from_day">开始日期</label>{{#FROM_DAY_WRONG}}<p class="field-wrong">{{FROM_DAY_MESSAGE}}</p>{{/FROM_DAY_WRONG}}<input type="date" id="f-from_day" name="from_day" value="{{FROM_DAY_VALUE}}" required></div>
<div class="field{{#FROM_TIME_WRONG}} is-wrong{{/FROM_TIME_WRONG}}"><label for="f-from_time">开始时间<span class="opt">选填</span></label>{{#FROM_TIME_WRONG}}<p class="field-wrong">{{FROM_TIME_MESSAGE}}</p>{{/FROM_TIME_WRONG}}<input type="time" id="f-from_time" name="from_time" value="{{FROM_TIME_VALUE}}" aria-describedby="f-time-help"></div></div>
<div class="hall-pair"><div class="field{{#UNTIL_DAY_WRONG}} is-wrong{{/UNTIL_DAY_WRONG}}"><label for="f-until_day">结束日期（含当天）</label>{{#UNTIL_DAY_WRONG}}<p class="field-wrong">{{UNTIL_DAY_MESSAGE}}</p>{{/UNTIL_DAY_WRONG}}<input type="date" id="f-until_day" name="until_day" value="{{UNTIL_DAY_VALUE}}" required></div>
<div class="field{{#UNTIL_TIME_WRONG}} is-wrong{{/UNTIL_TIME_WRONG}}"><label for="f-until_time">结束时间<span class="opt">选填</span></label>{{#UNTIL_TIME_WRONG}}<p class="field-wrong">{{UNTIL_TIME_MESSAGE}}</p>{{/UNTIL_TIME_WRONG}}<input type="time" id="f-until_time" name="until_time" value="{{UNTIL_TIME_VALUE}}" aria-describedby="f-time-help"></div></div>
<p class="field-help" id="f-time-help">时间不填，就是全天。</p>
<div class="field{{#REASON_WRONG}} is-wrong{{/REASON_WRONG}}"><label for="f-reason">原因</label><p class="field-help" id="f-reason-help">会原样写在短信里，比如：设备检修。</p>{{#REASON_WRONG}}<p class="field-wrong">{{REASON_MESSAGE}}</p>{{/REASON_WRONG}}<input type="text" id="f-reason" name="reason" class="w-l" value="{{REASON_VALUE}}" maxlength="100" aria-describedby="f-reason-help" required></div>
<button class="btn" type="submit">看看影响谁</button>
</form>
<h2>已经安排的</h2>
{{#EMPTY}}<div class="empty"><p>还没有安排过停办。</p></div>{{/EMPTY}}
{{#TABLE}}<table class="table table-cards"><caption class="visually-hidden">已经安排的停办，晚的在前</caption><thead><tr><th scope="col">时间</th><th scope="col">范围</th><th scope="col">原因</th><th scope="col">谁安排的</th><th scope="col">现在</th><th scope="col">操作</th></tr></thead><tbody>{{#ROW}}<tr><th class="card-title" scope="row" data-label="时间">{{WHEN}}</th><td data-label="范围">{{NAME}}</td><td data-label="原因">{{REASON}}</td><td data-label="谁安排的">{{MADE_BY}}<br><span class="hint">{{AT}}</span></td><td data-label="现在"><span class="tag {{STANDING_CLASS}}">{{STANDING}}</span></td><td data-label="操作">{{#MAY_END}}<form method="post" action="/admin/closures/end"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn btn-second btn-small" type="submit" name="id" value="{{ID}}" aria-label="撤回{{NAME}}{{WHEN}}的停办">撤回</button></form>{{/MAY_END}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{>CHANGES}}
