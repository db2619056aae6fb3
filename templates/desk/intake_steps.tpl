{{%AUTOESCAPE context="HTML"}}<nav class="crumbs no-print" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/intake">收件登记</a></li><li aria-current="page">{{APPLICANT}}</li></ol></nav>
<h1>{{NAME}}</h1>
<p class="case-line"><span class="tag tag-plain">{{CHANNEL}}</span> <span>{{APPLICANT}} <span class="num">{{ID_MASK}}</span></span>{{#HOW_SHOWN}} <span class="hint">{{HOW}}</span>{{/HOW_SHOWN}}</p>
<ol class="steps" aria-label="收件步骤">
{{#STEP}}<li{{#STEP_BEFORE}} class="is-done"{{/STEP_BEFORE}}{{#STEP_HERE}} aria-current="step"{{/STEP_HERE}}>{{#STEP_BEFORE}}<a href="{{STEP_URL}}">{{STEP_NAME}}</a>{{/STEP_BEFORE}}{{#STEP_AFTER}}<a href="{{STEP_URL}}">{{STEP_NAME}}</a>{{/STEP_AFTER}}{{#STEP_HERE}}{{STEP_NAME}}{{/STEP_HERE}}</li>
{{/STEP}}</ol>
{{#MODE_SHOWN}}<p class="hint no-print">办理方式：{{MODE_NAME}}。<a href="{{MODE_URL}}">{{MODE_DO}}</a></p>{{/MODE_SHOWN}}
