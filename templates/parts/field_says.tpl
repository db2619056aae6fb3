{{%AUTOESCAPE context="HTML"}}{{#HELP}}<p class="field-help" id="f-{{KEY}}-help">{{HELP_TEXT}}{{#EXAMPLE_SHOWN}} <span class="example">例如：{{EXAMPLE}}</span>{{/EXAMPLE_SHOWN}}</p>
{{/HELP}}{{#HINT}}<p class="field-help when-hint" id="f-{{KEY}}-hint">{{HINT_TEXT}}</p>
{{/HINT}}{{#RETURNED}}<div class="field-back" id="f-{{KEY}}-back"><p><b>哪里不对</b>{{BACK_REASON}}</p><p><b>请您这样</b>{{BACK_REMEDY}}</p></div>
{{/RETURNED}}{{#WARNED}}<p class="field-help" id="f-{{KEY}}-warn"><strong>请再看一眼：</strong>{{WARN}}</p>
{{/WARNED}}{{#BAD}}<p class="field-wrong" id="f-{{KEY}}-wrong">{{MESSAGE}}</p>
{{/BAD}}
