{{%AUTOESCAPE context="HTML"}}<section id="fix" aria-labelledby="fix-h"><h2 id="fix-h">要补正的内容，一共 {{FIX_COUNT}} 项</h2>
<p>窗口要您补正的全在这里，没有别的了。逐项补好，再点最下面的“提交补正材料”。别的内容不用动，也不能改。</p>
<ol class="fix-list">
{{#FIX}}<li class="fix{{#DONE}} is-done{{/DONE}}" id="{{FIX_ID}}">
<div class="fix-head"><h3>{{NAME}}</h3>{{#DONE}}<span class="tag tag-ok">已补上</span>{{/DONE}}{{#OPEN}}<span class="tag tag-wrong">等您补正</span>{{/OPEN}}</div>
<p class="fix-why"><b>哪里不对</b>{{BACK_REASON}}</p>
<p class="fix-do"><b>请您这样</b>{{BACK_REMEDY}}</p>
{{>MATERIAL_BODY}}
{{#FIX_FIELD}}<form method="post" action="{{URL}}/field" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="the-field" value="{{FIELD_KEY}}">
{{>FIELD}}
<button class="btn btn-second btn-small" type="submit" data-busy="正在保存…">保存这一项</button>
</form>{{/FIX_FIELD}}
</li>
{{/FIX}}</ol>
<div id="fix-answer" data-refresh>
{{#FIX_LEFT}}<div class="note note-warn"><p>还有 {{FIX_OPEN}} 项没有补。都补好以后，这里会出现“提交补正材料”。已经补的都存着。</p></div>{{/FIX_LEFT}}
{{#ANSWER}}<form class="panel panel-strong" method="post" action="{{URL}}/answer">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="version" value="{{VERSION}}">
<p>{{FIX_COUNT}} 项都补好了。提交以后窗口接着办，提交前还可以再改。</p>
<p class="btn-row"><button class="btn" type="submit" data-busy="正在提交…">提交补正材料</button></p>
</form>{{/ANSWER}}
</div>
</section>
