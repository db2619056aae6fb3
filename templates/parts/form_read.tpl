{{%AUTOESCAPE context="HTML"}}{{#SECTION}}<section class="form-read" aria-labelledby="r-{{SECTION_KEY}}">
<h3 id="r-{{SECTION_KEY}}">{{SECTION_TITLE}}</h3>
<dl class="facts facts-two">
{{#ROW}}<div{{#BAD}} class="is-wrong"{{/BAD}}><dt>{{LABEL}}</dt><dd>{{#FILLED}}<span class="value">{{VALUE}}</span>{{/FILLED}}{{#EMPTY}}<span class="muted">没有填</span>{{/EMPTY}}{{#EDIT}} <a class="edit no-print" href="{{EDIT_URL}}#f-{{KEY}}">修改<span class="visually-hidden">{{LABEL}}</span></a>{{/EDIT}}{{#SAY_WRONG}}<p class="field-wrong">{{MESSAGE}}</p>{{/SAY_WRONG}}{{#WARNED}}<p class="hint">{{WARN}}</p>{{/WARNED}}</dd></div>
{{/ROW}}</dl>
</section>
{{/SECTION}}
