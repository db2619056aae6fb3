{{%AUTOESCAPE context="HTML"}}<section id="gaps" aria-labelledby="gaps-h"><h2 id="gaps-h">您承诺后补的材料，一共 {{GAP_COUNT}} 项</h2>
{{#GAP_IN_TIME}}<p>请最晚在 <strong>{{GAP_DUE}}</strong> 前交来：可以在这里上传，也可以把纸质的交到窗口。窗口审核合格以后，结果才能发给您。</p>{{/GAP_IN_TIME}}{{#GAP_LATE}}<div class="note note-wrong"><p>补交期限 <strong>{{GAP_DUE}}</strong> 已经过了。部门随时可能终止办理，请马上补交：在这里上传，或者把纸质的交到窗口。</p></div>{{/GAP_LATE}}
<ol class="fix-list">
{{#GAP}}<li class="fix{{#DONE}} is-done{{/DONE}}" id="m-{{KEY}}">
<div class="fix-head"><h3>{{NAME}}</h3>{{#DONE}}<span class="tag tag-ok">已交来，等窗口审核</span>{{/DONE}}{{#OPEN}}<span class="tag tag-wrong">等您补交</span>{{/OPEN}}{{#CLOSED}}<span class="tag tag-ok">已补齐</span>{{/CLOSED}}</div>
{{#FAULT}}<p class="fix-why"><b>哪里不对</b>{{BACK_REASON}}</p>
<p class="fix-do"><b>请您这样</b>{{BACK_REMEDY}}</p>
{{/FAULT}}{{>MATERIAL_BODY}}
</li>
{{/GAP}}</ol>
<div id="gaps-left" data-refresh>{{#GAP_LEFT}}<div class="note note-warn"><p>还有 {{GAP_OPEN}} 项没有交。</p></div>{{/GAP_LEFT}}{{#GAP_ALL}}<div class="note note-ok"><p>都交来了，等窗口审核。您现在不用做什么。</p></div>{{/GAP_ALL}}</div>
</section>
