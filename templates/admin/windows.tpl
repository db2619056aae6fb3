{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/admin">系统管理</a></li><li aria-current="page">窗口</li></ol></nav>
<h1>窗口</h1>
<p class="lead">大厅现在有 <span class="num">{{ZONES}}</span> 个区。什么时候要开潮汐窗口，看<a href="/desk/load">大厅忙闲</a>。</p>
{{#TOO_MANY_ZONES}}<div class="note note-warn"><h2>大厅分了 {{ZONES}} 个区，太多了</h2><p>超过 {{ZONES_MAX}} 个区，来办事的人不好找。请把相近的区合并：改窗口的“所在的区”就可以。</p></div>{{/TOO_MANY_ZONES}}
{{#UNMANNED}}<div class="note note-warn"><h2>每个窗口都要有 A 岗和 B 岗</h2><ul class="plain-list hall-lacks">{{#LACK}}<li><a href="/admin/windows/{{CODE}}" class="num">{{CODE}}</a>：{{LACK_SAY}}</li>{{/LACK}}</ul></div>{{/UNMANNED}}
<table class="table table-cards"><caption class="visually-hidden">窗口</caption><thead><tr><th scope="col">窗口</th><th scope="col">类型</th><th scope="col">区</th><th scope="col">办理</th><th scope="col">A 岗</th><th scope="col">B 岗</th></tr></thead><tbody>{{#ROW}}<tr><th class="card-title" scope="row" data-label="窗口"><a href="/admin/windows/{{CODE}}"><span class="num">{{CODE}}</span> {{NAME}}</a>{{#OUT_OF_USE}} <span class="tag tag-plain">停用</span>{{/OUT_OF_USE}}</th><td data-label="类型">{{KIND}}{{#TIDAL}} <span class="tag tag-wait">潮汐</span>{{/TIDAL}}</td><td data-label="区">{{ZONE}}</td><td data-label="办理" class="num">{{GROUPS}}</td><td data-label="A 岗">{{A_POST}}</td><td data-label="B 岗">{{B_POST}}</td></tr>
{{/ROW}}</tbody></table>
<h2>新增一个窗口</h2>
{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/admin/windows" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#CODE_WRONG}} is-wrong{{/CODE_WRONG}}"><label for="f-code">窗口号</label><p class="field-help" id="f-code-help">先写一个大写字母，再写数字，比如 A05。定了不能改。</p>{{#CODE_WRONG}}<p class="field-wrong">{{CODE_MESSAGE}}</p>{{/CODE_WRONG}}<input type="text" id="f-code" name="code" value="{{CODE_VALUE}}" class="w-s num" maxlength="8" spellcheck="false" required aria-describedby="f-code-help"></div>
<div class="field{{#NAME_WRONG}} is-wrong{{/NAME_WRONG}}"><label for="f-name">名称</label><p class="field-help" id="f-name-help">窗口牌子上写的，比如：综合受理。</p>{{#NAME_WRONG}}<p class="field-wrong">{{NAME_MESSAGE}}</p>{{/NAME_WRONG}}<input type="text" id="f-name" name="name" value="{{NAME_VALUE}}" class="w-l" maxlength="60" required aria-describedby="f-name-help"></div>
<div class="field{{#KIND_WRONG}} is-wrong{{/KIND_WRONG}}"><label for="f-kind">类型</label>{{#KIND_WRONG}}<p class="field-wrong">{{KIND_MESSAGE}}</p>{{/KIND_WRONG}}<select id="f-kind" name="kind" required><option value="">请选择</option>{{#KIND_OPTION}}<option value="{{KIND_KEY}}"{{#KIND_ON}} selected{{/KIND_ON}}>{{KIND_NAME}}：{{KIND_HELP}}</option>{{/KIND_OPTION}}</select></div>
<div class="field{{#ZONE_WRONG}} is-wrong{{/ZONE_WRONG}}"><label for="f-zone">所在的区</label><p class="field-help" id="f-zone-help">同一个区的窗口要写得一样；大厅不要超过 6 个区。</p>{{#ZONE_WRONG}}<p class="field-wrong">{{ZONE_MESSAGE}}</p>{{/ZONE_WRONG}}<input type="text" id="f-zone" name="zone" value="{{ZONE_VALUE}}" class="w-l" list="zones" maxlength="40" required aria-describedby="f-zone-help"></div>
<datalist id="zones">{{#ZONE_OPTION}}<option value="{{ZONE}}"></option>{{/ZONE_OPTION}}</datalist>
<fieldset class="field"><legend>办理哪些业务</legend><div class="choices">{{#GROUP_OPTION}}<label class="choice"><input type="checkbox" name="g.{{GROUP_CODE}}" value="1"{{#GROUP_ON}} checked{{/GROUP_ON}}><span><span class="num">{{GROUP_CODE}}</span> {{GROUP_NAME}}</span></label>{{/GROUP_OPTION}}</div></fieldset>
<div class="field{{#POSITION_WRONG}} is-wrong{{/POSITION_WRONG}}"><label for="f-position">排第几</label>{{#POSITION_WRONG}}<p class="field-wrong">{{POSITION_MESSAGE}}</p>{{/POSITION_WRONG}}<input type="text" id="f-position" name="position" value="{{POSITION_VALUE}}" class="w-s num" inputmode="numeric" required></div>
<div class="field{{#ENABLED_WRONG}} is-wrong{{/ENABLED_WRONG}}">{{#ENABLED_WRONG}}<p class="field-wrong">{{ENABLED_MESSAGE}}</p>{{/ENABLED_WRONG}}<div class="choices"><label class="choice"><input type="checkbox" id="f-enabled" name="enabled" value="1"{{#ENABLED_ON}} checked{{/ENABLED_ON}}><span>在用<span class="choice-help">不勾选，就是停用：没有人能坐到这个窗口</span></span></label></div></div>
<button class="btn" type="submit">新增窗口</button>
</form>
{{>CHANGES}}
