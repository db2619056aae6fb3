{{%AUTOESCAPE context="HTML"}}{{#MATERIAL}}<section class="upload" id="m-{{KEY}}" data-state="{{STATE}}" aria-labelledby="m-{{KEY}}-h">
<div class="upload-head"><h3 id="m-{{KEY}}-h">{{SEQ}}. {{NAME}}{{#REQUIRED}}<span class="req">必交</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="opt">{{EASE}}</span>{{/OPTIONAL}}</h3><span class="tag {{TAG_CLASS}}">{{TAG}}</span></div>
{{#RETURNED}}<div class="field-back"><p><b>哪里不对</b>{{BACK_REASON}}</p><p><b>请您这样</b>{{BACK_REMEDY}}</p></div>
{{/RETURNED}}<p class="hint">{{WANTED}}</p>
{{#GOOD_SHOWN}}<p class="hint">怎样才合格：{{GOOD}}</p>
{{/GOOD_SHOWN}}{{#SAMPLE}}<details class="upload-more"><summary>看示范文本</summary><pre class="sample">{{SAMPLE_TEXT:p}}</pre></details>
{{/SAMPLE}}{{#BLANK}}<details class="upload-more"><summary>看空白表格（可以复制下来填）</summary><pre class="sample">{{BLANK_TEXT:p}}</pre></details>
{{/BLANK}}{{>MATERIAL_BODY}}</section>
{{/MATERIAL}}
