{{%AUTOESCAPE context="HTML"}}{{#SECTION}}<section class="form-part" id="s-{{SECTION_KEY}}" aria-labelledby="s-{{SECTION_KEY}}-h"{{#WHEN}} data-when-field="{{WHEN_FIELDS}}" data-when-values="{{WHEN_VALUES}}"{{/WHEN}}>
<h2 id="s-{{SECTION_KEY}}-h">{{SECTION_TITLE}}</h2>
{{#SECTION_HELP}}<p class="hint">{{SECTION_HELP_TEXT}}</p>
{{/SECTION_HELP}}{{#HINT}}<p class="hint when-hint">{{HINT_TEXT}}</p>
{{/HINT}}{{>FIELD}}</section>
{{/SECTION}}
