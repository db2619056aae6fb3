{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/admin">系统管理</a></li><li><a href="/admin/groups">业务分组</a></li><li aria-current="page">{{CODE}}</li></ol></nav>
<h1><span class="num">{{CODE}}</span> {{GROUP_NAME}}</h1>
{{#NO_WINDOW}}<div class="note note-warn"><p>还没有窗口办这类业务。请到<a href="/admin/windows">窗口</a>，给一个窗口勾上它。</p></div>{{/NO_WINDOW}}
{{#NO_HOURS}}<div class="note note-warn"><p>还没有开放时间，放不了号。请到<a href="/admin/hours/{{CODE}}">开放时间</a>安排。</p></div>{{/NO_HOURS}}
{{#PREVIEW}}<section class="note note-warn hall-preview" role="status" tabindex="-1" data-focus aria-labelledby="preview-h"><h2 id="preview-h">还没有保存，请先看一遍</h2>
{{#AGAIN}}<p><strong>在您看的时候情况变了：有人新约、改约或者取消，或者安排改了。请再看一遍，再确认。</strong></p>
{{/AGAIN}}<p>改成不能预约以后，已经放出的时段都不再办理。</p>
{{>DISPLACED}}
<p class="btn-row"><button class="btn btn-danger" type="submit" form="group-form" name="sure" value="{{SURE}}" data-busy="正在保存…">确认，不再预约</button> <a class="btn btn-second" href="/admin/groups/{{CODE}}">不改了</a></p></section>{{/PREVIEW}}
<p class="btn-row"><a class="btn btn-second" href="/admin/hours/{{CODE}}">开放时间和放号</a></p>
{{#TAKE_FORM}}<h2>办理的事项</h2>
{{#NONE}}<div class="empty"><p>这个分组还没有事项。</p></div>{{/NONE}}
{{#OWN}}<ul class="plain-list">{{#MATTER}}<li>{{MATTER_NAME}}（{{DEPT_NAME}}）</li>{{/MATTER}}</ul>{{/OWN}}
{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/admin/groups/{{CODE}}/matters" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#MATTER_WRONG}} is-wrong{{/MATTER_WRONG}}"><label for="f-matter">把一个事项归到这里</label><p class="field-help" id="f-matter-help">一个事项只在一个分组；归到这里，就从原来的分组移出。</p>{{#MATTER_WRONG}}<p class="field-wrong">{{MATTER_MESSAGE}}</p>{{/MATTER_WRONG}}<select id="f-matter" name="matter" aria-describedby="f-matter-help" required><option value="">请选择</option>{{#MATTER_OPTION}}<option value="{{MATTER_CODE}}"{{#MATTER_ON}} selected{{/MATTER_ON}}>{{MATTER_NAME}}（{{MATTER_NOW}}）</option>{{/MATTER_OPTION}}</select></div>
<button class="btn btn-second" type="submit">归到这里</button>
</form>{{/TAKE_FORM}}
{{#GROUP_FORM}}<h2>分组的情况</h2>
{{>FORM_ERRORS}}
<form class="sign sign-wide" id="group-form" method="post" action="/admin/groups/{{CODE}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#NAME_WRONG}} is-wrong{{/NAME_WRONG}}"><label for="f-name">名称</label><p class="field-help" id="f-name-help">取号和预约的时候，群众看到的名字。</p>{{#NAME_WRONG}}<p class="field-wrong">{{NAME_MESSAGE}}</p>{{/NAME_WRONG}}<input type="text" id="f-name" name="name" value="{{NAME_VALUE}}" class="w-l" maxlength="60" required aria-describedby="f-name-help"></div>
<div class="field{{#SUMMARY_WRONG}} is-wrong{{/SUMMARY_WRONG}}"><label for="f-summary">办什么</label><p class="field-help" id="f-summary-help">一句话，帮群众选对。</p>{{#SUMMARY_WRONG}}<p class="field-wrong">{{SUMMARY_MESSAGE}}</p>{{/SUMMARY_WRONG}}<input type="text" id="f-summary" name="summary" value="{{SUMMARY_VALUE}}" class="w-l" maxlength="200" required aria-describedby="f-summary-help"></div>
<div class="hall-pair"><div class="field{{#SERVE_MIN_WRONG}} is-wrong{{/SERVE_MIN_WRONG}}"><label for="f-serve_min">一般每人办多少分钟</label>{{#SERVE_MIN_WRONG}}<p class="field-wrong">{{SERVE_MIN_MESSAGE}}</p>{{/SERVE_MIN_WRONG}}<input type="text" id="f-serve_min" name="serve_min" value="{{SERVE_MIN_VALUE}}" class="num" inputmode="numeric" required></div>
<div class="field{{#POSITION_WRONG}} is-wrong{{/POSITION_WRONG}}"><label for="f-position">排第几</label>{{#POSITION_WRONG}}<p class="field-wrong">{{POSITION_MESSAGE}}</p>{{/POSITION_WRONG}}<input type="text" id="f-position" name="position" value="{{POSITION_VALUE}}" class="num" inputmode="numeric" required></div></div>
<div class="field"><div class="choices"><label class="choice"><input type="checkbox" id="f-bookable" name="bookable" value="1"{{#BOOKABLE_ON}} checked{{/BOOKABLE_ON}}><span>可以预约<span class="choice-help">不勾选，就只能到大厅取号</span></span></label></div></div>
<button class="btn" type="submit">保存</button>
</form>{{/GROUP_FORM}}
{{>CHANGES}}
