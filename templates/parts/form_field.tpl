{{%AUTOESCAPE context="HTML"}}{{#AGENT_ONLY}}<div data-when-field="by_agent" data-when-values="1">{{/AGENT_ONLY}}{{#SINGLE}}<div class="field{{#BAD}} is-wrong{{/BAD}}"{{#WHEN}} data-when-field="{{WHEN_FIELDS}}" data-when-values="{{WHEN_VALUES}}"{{/WHEN}}{{#NEED}} data-need-field="{{NEED_FIELDS}}" data-need-values="{{NEED_VALUES}}"{{/NEED}}>
<label for="f-{{KEY}}">{{LABEL}}{{#UNIT_SHOWN}}（{{UNIT}}）{{/UNIT_SHOWN}}{{#REQUIRED}}<span class="req">必填</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="opt">选填</span>{{/OPTIONAL}}</label>
{{>FIELD_SAYS}}{{#INPUT}}<input type="{{TYPE}}" id="f-{{KEY}}" name="{{KEY}}" class="{{WIDTH}}" value="{{VALUE}}"{{#MODE}} inputmode="{{MODE_NAME}}"{{/MODE}}{{#COMPLETE}} autocomplete="{{COMPLETE_NAME}}"{{/COMPLETE}}{{#PLAIN}} spellcheck="false" autocapitalize="characters"{{/PLAIN}}{{#BAD}} aria-invalid="true"{{/BAD}}{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>
{{/INPUT}}{{#LOCKED}}<input type="text" id="f-{{KEY}}" class="{{WIDTH}}" value="{{VALUE}}" readonly{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>
{{/LOCKED}}{{#TEXTAREA}}<textarea id="f-{{KEY}}" name="{{KEY}}" rows="4"{{#BAD}} aria-invalid="true"{{/BAD}}{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>{{VALUE:p}}</textarea>
{{/TEXTAREA}}{{#SELECT}}<select id="f-{{KEY}}" name="{{KEY}}" class="w-l"{{#BAD}} aria-invalid="true"{{/BAD}}{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}><option value="">请选择</option>{{#OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_ON}} selected{{/OPTION_ON}}>{{OPTION_LABEL}}</option>{{/OPTION}}</select>
{{/SELECT}}</div>
{{/SINGLE}}{{#GROUP}}<fieldset class="field{{#BAD}} is-wrong{{/BAD}}"{{#WHEN}} data-when-field="{{WHEN_FIELDS}}" data-when-values="{{WHEN_VALUES}}"{{/WHEN}}{{#NEED}} data-need-field="{{NEED_FIELDS}}" data-need-values="{{NEED_VALUES}}"{{/NEED}}{{#DESCRIBED}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED}}>
{{#LEGEND}}<legend>{{LABEL}}{{#REQUIRED}}<span class="req">必填</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="opt">选填</span>{{/OPTIONAL}}</legend>
{{/LEGEND}}{{>FIELD_SAYS}}<div class="choices">
{{#OPTION}}<label class="choice"><input type="{{OPTION_TYPE}}" id="{{OPTION_ID}}" name="{{KEY}}" value="{{OPTION_VALUE}}"{{#OPTION_ON}} checked{{/OPTION_ON}}><span>{{OPTION_LABEL}}{{#OPTION_MARK}}{{#REQUIRED}}<span class="req">必填</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="opt">选填</span>{{/OPTIONAL}}{{/OPTION_MARK}}{{#OPTION_HELP}}<span class="choice-help">{{OPTION_HELP_TEXT}}</span>{{/OPTION_HELP}}</span></label>
{{/OPTION}}</div>
</fieldset>
{{/GROUP}}{{#AGENT_ONLY}}</div>
{{/AGENT_ONLY}}
