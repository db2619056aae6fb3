{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/admin">系统管理</a></li><li aria-current="page">业务分组</li></ol></nav>
<h1>业务分组</h1>
<p class="lead">群众取号、预约时选的就是分组：号码前面的字母。每个分组办哪些事项、由哪些窗口办、放多少号，都在这里看。</p>
{{#HOMELESS}}<div class="note note-warn"><h2>有事项还没有归到分组</h2><p>下面的事项已经开办，群众却不知道到哪个窗口、也约不了。请打开一个分组，把它归进去。</p><ul class="plain-list">{{#MATTER}}<li>{{MATTER_NAME}}（{{DEPT_NAME}}）</li>{{/MATTER}}</ul></div>{{/HOMELESS}}
{{#LACKING}}<div class="note note-warn"><h2>有分组还不能办理</h2><ul class="plain-list hall-lacks">{{#LACK}}<li><a href="/admin/groups/{{CODE}}"><span class="num">{{CODE}}</span> {{NAME}}</a>：{{LACK_SAY}}</li>{{/LACK}}</ul></div>{{/LACKING}}
<table class="table table-cards"><caption class="visually-hidden">业务分组</caption><thead><tr><th scope="col">分组</th><th scope="col">办什么</th><th scope="col">每人</th><th scope="col">每个时段的号</th><th scope="col">事项</th><th scope="col">窗口</th></tr></thead><tbody>{{#ROW}}<tr><th class="card-title" scope="row" data-label="分组"><a href="/admin/groups/{{CODE}}"><span class="num">{{CODE}}</span> {{NAME}}</a></th><td data-label="办什么">{{SUMMARY}}</td><td data-label="每人">{{SERVE_MIN}} 分钟</td><td data-label="时段的号">{{PLACES}}</td><td data-label="事项">{{MATTERS}} 项</td><td data-label="窗口">{{WINDOWS}} 个</td></tr>
{{/ROW}}</tbody></table>
<h2>新增一个分组</h2>
{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/admin/groups" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#CODE_WRONG}} is-wrong{{/CODE_WRONG}}"><label for="f-code">代号</label><p class="field-help" id="f-code-help">一个或两个大写字母，印在号码前面。定了不能改。</p>{{#CODE_WRONG}}<p class="field-wrong">{{CODE_MESSAGE}}</p>{{/CODE_WRONG}}<input type="text" id="f-code" name="code" value="{{CODE_VALUE}}" class="w-s num" maxlength="2" spellcheck="false" required aria-describedby="f-code-help"></div>
<div class="field{{#NAME_WRONG}} is-wrong{{/NAME_WRONG}}"><label for="f-name">名称</label><p class="field-help" id="f-name-help">取号和预约的时候，群众看到的名字。</p>{{#NAME_WRONG}}<p class="field-wrong">{{NAME_MESSAGE}}</p>{{/NAME_WRONG}}<input type="text" id="f-name" name="name" value="{{NAME_VALUE}}" class="w-l" maxlength="60" required aria-describedby="f-name-help"></div>
<div class="field{{#SUMMARY_WRONG}} is-wrong{{/SUMMARY_WRONG}}"><label for="f-summary">办什么</label><p class="field-help" id="f-summary-help">一句话，帮群众选对。</p>{{#SUMMARY_WRONG}}<p class="field-wrong">{{SUMMARY_MESSAGE}}</p>{{/SUMMARY_WRONG}}<input type="text" id="f-summary" name="summary" value="{{SUMMARY_VALUE}}" class="w-l" maxlength="200" required aria-describedby="f-summary-help"></div>
<div class="hall-pair"><div class="field{{#SERVE_MIN_WRONG}} is-wrong{{/SERVE_MIN_WRONG}}"><label for="f-serve_min">一般每人办多少分钟</label>{{#SERVE_MIN_WRONG}}<p class="field-wrong">{{SERVE_MIN_MESSAGE}}</p>{{/SERVE_MIN_WRONG}}<input type="text" id="f-serve_min" name="serve_min" value="{{SERVE_MIN_VALUE}}" class="num" inputmode="numeric" required></div>
<div class="field{{#POSITION_WRONG}} is-wrong{{/POSITION_WRONG}}"><label for="f-position">排第几</label>{{#POSITION_WRONG}}<p class="field-wrong">{{POSITION_MESSAGE}}</p>{{/POSITION_WRONG}}<input type="text" id="f-position" name="position" value="{{POSITION_VALUE}}" class="num" inputmode="numeric" required></div></div>
<div class="field"><div class="choices"><label class="choice"><input type="checkbox" id="f-bookable" name="bookable" value="1"{{#BOOKABLE_ON}} checked{{/BOOKABLE_ON}}><span>可以预约<span class="choice-help">不勾选，就只能到大厅取号</span></span></label></div></div>
<button class="btn" type="submit">新增分组</button>
</form>
{{>CHANGES}}
