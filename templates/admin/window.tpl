{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/admin">系统管理</a></li><li><a href="/admin/windows">窗口</a></li><li aria-current="page">{{CODE}}</li></ol></nav>
<h1>窗口 <span class="num">{{CODE}}</span> {{WINDOW_NAME}}</h1>
{{#UNMANNED}}<div class="note note-warn"><p>这个窗口{{LACK_SAY}}。每个窗口都要有 A 岗和 B 岗，一个不在，另一个顶上。</p></div>{{/UNMANNED}}
{{#TIDAL}}<p class="lead">这是潮汐窗口：人多的时候才开。什么时候开，看<a href="/desk/load">大厅忙闲</a>的建议；有人坐到这个窗口，就开了。</p>{{/TIDAL}}
<h2>谁在这个窗口</h2>
{{#EMPTY}}<div class="empty"><p>还没有安排人。</p></div>{{/EMPTY}}
{{#TABLE}}<table class="table table-cards"><caption class="visually-hidden">现在和将来在这个窗口的人</caption><thead><tr><th scope="col">谁</th><th scope="col">岗位</th><th scope="col">日子</th><th scope="col">现在</th><th scope="col">操作</th></tr></thead><tbody>{{#ROW}}<tr><th class="card-title" scope="row" data-label="谁">{{NAME}}</th><td data-label="岗位">{{POST_NAME}}</td><td data-label="日子">{{FROM}}起{{#ENDS}}，到{{UNTIL}}{{/ENDS}}</td><td data-label="现在"><span class="tag tag-plain">{{STANDING}}</span></td><td data-label="操作">{{#MAY_END}}<form method="post" action="/admin/windows/{{CODE}}/duty/end"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn btn-second btn-small" type="submit" name="id" value="{{ID}}" aria-label="结束{{NAME}}的{{POST_NAME}}">结束</button></form>{{/MAY_END}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{#DUTY_FORM}}<h3>安排一个人</h3>
{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/admin/windows/{{CODE}}/duty" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#LOGIN_WRONG}} is-wrong{{/LOGIN_WRONG}}"><label for="f-login">登录名</label>{{#LOGIN_WRONG}}<p class="field-wrong">{{LOGIN_MESSAGE}}</p>{{/LOGIN_WRONG}}<input type="text" id="f-login" name="login" value="{{LOGIN_VALUE}}" class="w-m" spellcheck="false" autocapitalize="none" maxlength="40" required></div>
<fieldset class="field{{#POST_WRONG}} is-wrong{{/POST_WRONG}}"><legend>岗位</legend>{{#POST_WRONG}}<p class="field-wrong">{{POST_MESSAGE}}</p>{{/POST_WRONG}}<div class="choices-inline"><label class="choice"><input type="radio" id="f-post" name="post" value="A"{{#POST_IS_A}} checked{{/POST_IS_A}}><span>A 岗</span></label><label class="choice"><input type="radio" name="post" value="B"{{#POST_IS_B}} checked{{/POST_IS_B}}><span>B 岗</span></label></div></fieldset>
<div class="hall-pair"><div class="field{{#FROM_DAY_WRONG}} is-wrong{{/FROM_DAY_WRONG}}"><label for="f-from_day">从哪天起</label>{{#FROM_DAY_WRONG}}<p class="field-wrong">{{FROM_DAY_MESSAGE}}</p>{{/FROM_DAY_WRONG}}<input type="date" id="f-from_day" name="from_day" value="{{FROM_DAY_VALUE}}" required></div>
<div class="field{{#UNTIL_DAY_WRONG}} is-wrong{{/UNTIL_DAY_WRONG}}"><label for="f-until_day">到哪天止（含当天）<span class="opt">选填</span></label>{{#UNTIL_DAY_WRONG}}<p class="field-wrong">{{UNTIL_DAY_MESSAGE}}</p>{{/UNTIL_DAY_WRONG}}<input type="date" id="f-until_day" name="until_day" value="{{UNTIL_DAY_VALUE}}"></div></div>
<button class="btn" type="submit">安排</button>
</form>{{/DUTY_FORM}}
{{#WINDOW_FORM}}<h2>窗口的情况</h2>
{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/admin/windows/{{CODE}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#NAME_WRONG}} is-wrong{{/NAME_WRONG}}"><label for="f-name">名称</label><p class="field-help" id="f-name-help">窗口牌子上写的，比如：综合受理。</p>{{#NAME_WRONG}}<p class="field-wrong">{{NAME_MESSAGE}}</p>{{/NAME_WRONG}}<input type="text" id="f-name" name="name" value="{{NAME_VALUE}}" class="w-l" maxlength="60" required aria-describedby="f-name-help"></div>
<div class="field{{#KIND_WRONG}} is-wrong{{/KIND_WRONG}}"><label for="f-kind">类型</label>{{#KIND_WRONG}}<p class="field-wrong">{{KIND_MESSAGE}}</p>{{/KIND_WRONG}}<select id="f-kind" name="kind" required><option value="">请选择</option>{{#KIND_OPTION}}<option value="{{KIND_KEY}}"{{#KIND_ON}} selected{{/KIND_ON}}>{{KIND_NAME}}：{{KIND_HELP}}</option>{{/KIND_OPTION}}</select></div>
<div class="field{{#ZONE_WRONG}} is-wrong{{/ZONE_WRONG}}"><label for="f-zone">所在的区</label><p class="field-help" id="f-zone-help">同一个区的窗口要写得一样；大厅不要超过 6 个区。</p>{{#ZONE_WRONG}}<p class="field-wrong">{{ZONE_MESSAGE}}</p>{{/ZONE_WRONG}}<input type="text" id="f-zone" name="zone" value="{{ZONE_VALUE}}" class="w-l" list="zones" maxlength="40" required aria-describedby="f-zone-help"></div>
<datalist id="zones">{{#ZONE_OPTION}}<option value="{{ZONE}}"></option>{{/ZONE_OPTION}}</datalist>
<fieldset class="field"><legend>办理哪些业务</legend><div class="choices">{{#GROUP_OPTION}}<label class="choice"><input type="checkbox" name="g.{{GROUP_CODE}}" value="1"{{#GROUP_ON}} checked{{/GROUP_ON}}><span><span class="num">{{GROUP_CODE}}</span> {{GROUP_NAME}}</span></label>{{/GROUP_OPTION}}</div></fieldset>
<div class="field{{#POSITION_WRONG}} is-wrong{{/POSITION_WRONG}}"><label for="f-position">排第几</label>{{#POSITION_WRONG}}<p class="field-wrong">{{POSITION_MESSAGE}}</p>{{/POSITION_WRONG}}<input type="text" id="f-position" name="position" value="{{POSITION_VALUE}}" class="w-s num" inputmode="numeric" required></div>
<div class="field{{#ENABLED_WRONG}} is-wrong{{/ENABLED_WRONG}}">{{#ENABLED_WRONG}}<p class="field-wrong">{{ENABLED_MESSAGE}}</p>{{/ENABLED_WRONG}}<div class="choices"><label class="choice"><input type="checkbox" id="f-enabled" name="enabled" value="1"{{#ENABLED_ON}} checked{{/ENABLED_ON}}><span>在用<span class="choice-help">不勾选，就是停用：没有人能坐到这个窗口</span></span></label></div></div>
<button class="btn" type="submit">保存</button>
</form>{{/WINDOW_FORM}}
{{>CHANGES}}
