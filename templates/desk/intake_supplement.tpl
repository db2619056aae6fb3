{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a></li><li aria-current="page">登记补正材料</li></ol></nav>
<h1>登记补正材料</h1>
<p class="lead">{{NAME}}，申请人：{{APPLICANT}}，编号 <span class="num">{{SHORT_NO}}</span>。只有告知书列出的内容可以补。</p>
<ol class="fix-list">
{{#FIX}}<li class="fix{{#DONE}} is-done{{/DONE}}" id="{{FIX_ID}}">
<div class="fix-head"><h2>{{NAME}}</h2>{{#DONE}}<span class="tag tag-ok">已补上</span>{{/DONE}}{{#WAITING}}<span class="tag tag-wrong">还没有补</span>{{/WAITING}}</div>
<p class="fix-why"><b>哪里不对</b>{{BACK_REASON}}</p>
<p class="fix-do"><b>应该怎样</b>{{BACK_REMEDY}}</p>
{{#PAPER}}<form class="held" method="post" action="{{PAGE}}/materials/{{KEY}}"><input type="hidden" name="csrf" value="{{CSRF}}">
<fieldset><legend class="field-label">纸质的</legend>{{#HELD}}{{#HELD_ON}}<button class="btn btn-small" type="submit" name="held" value="{{HELD_KEY}}" aria-pressed="true">{{HELD_NAME}}</button>{{/HELD_ON}}{{#HELD_OFF}}<button class="btn btn-second btn-small" type="submit" name="held" value="{{HELD_KEY}}" aria-pressed="false">{{HELD_NAME}}</button>{{/HELD_OFF}} {{/HELD}}</fieldset></form>
{{/PAPER}}{{>MATERIAL_BODY}}
{{#FIX_FIELD}}<form method="post" action="{{PAGE}}/field" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="the-field" value="{{FIELD_KEY}}">
{{>FIELD}}
<button class="btn btn-second btn-small" type="submit" data-busy="正在保存…">保存这一项</button>
</form>{{/FIX_FIELD}}
</li>
{{/FIX}}</ol>
<div id="fix-answer" data-refresh>
{{#FIX_LEFT}}<div class="note note-warn"><p>还有 {{FIX_OPEN}} 项没有补。</p></div>{{/FIX_LEFT}}
{{#ANSWER}}<form class="panel panel-strong" method="post" action="/desk/case/{{SHORT_NO}}/act"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<p>都补好了。</p><p class="btn-row"><button class="btn" type="submit" name="act" value="answer_correction">接收补正材料</button></p></form>{{/ANSWER}}
</div>
<p><a href="/desk/case/{{SHORT_NO}}">返回办件</a></p>
