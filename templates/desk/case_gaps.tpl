{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/gaps">容缺待补</a></li><li><a href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a></li><li aria-current="page">收补交的材料</li></ol></nav>
<h1>收补交的材料</h1>
<p class="lead">{{MATTER_NAME}}，申请人：{{APPLICANT}}，编号 <span class="num">{{SHORT_NO}}</span>。{{#DUE_SHOWN}}补交期限 <span class="num">{{DUE}}</span> <span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span>{{/DUE_SHOWN}}</p>
{{#EMPTY}}<div class="empty"><p>这个办件没有容缺后补的材料。</p></div>{{/EMPTY}}
<ol class="fix-list">
{{#GAP}}<li class="fix{{#DONE}} is-done{{/DONE}}{{#CLOSED}} is-done{{/CLOSED}}" id="m-{{KEY}}">
<div class="fix-head"><h2>{{NAME}}</h2>{{#OPEN}}<span class="tag tag-wait">还没交来</span>{{/OPEN}}{{#DONE}}<span class="tag tag-ok">交来了，待审核</span>{{/DONE}}{{#CLOSED}}<span class="tag tag-ok">已审核合格</span>{{/CLOSED}}</div>
<p class="hint">{{WANTED}}。收到纸质件的，扫描后上传，或者点“收到纸质件”。</p>
{{>MATERIAL_BODY}}
{{#TAKE}}<form method="post" action="/desk/case/{{SHORT_NO}}/gaps/{{KEY}}"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn btn-second btn-small" type="submit" name="state" value="{{CHOICE_STATE}}">{{CHOICE_LABEL}}<span class="visually-hidden">：{{KEY}}</span></button></form>{{/TAKE}}
</li>
{{/GAP}}</ol>
{{#GAP_ALL}}<div class="note note-ok"><p>都交来了。请逐项审核，都符合要求的，点“容缺材料已补齐”。</p></div>{{/GAP_ALL}}
<p class="btn-row"><a class="btn{{#OPEN}} btn-second{{/OPEN}}" href="/desk/case/{{SHORT_NO}}#review-h">去审核</a></p>
