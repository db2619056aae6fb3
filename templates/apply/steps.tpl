{{%AUTOESCAPE context="HTML"}}<nav class="crumbs no-print" aria-label="当前位置">
<ol><li><a href="/account">我的办件</a></li><li><a href="/matters/{{CODE}}">{{NAME}}</a></li><li aria-current="page">申请</li></ol>
</nav>
<h1>{{NAME}}</h1>
<ol class="steps" aria-label="申请步骤">
{{#STEP}}<li{{#STEP_BEFORE}} class="is-done"{{/STEP_BEFORE}}{{#STEP_HERE}} aria-current="step"{{/STEP_HERE}}>{{#STEP_BEFORE}}<a href="{{STEP_URL}}">{{STEP_NAME}}</a>{{/STEP_BEFORE}}{{#STEP_AFTER}}<a href="{{STEP_URL}}">{{STEP_NAME}}</a>{{/STEP_AFTER}}{{#STEP_HERE}}{{STEP_NAME}}{{/STEP_HERE}}</li>
{{/STEP}}</ol>
{{#MODE_SHOWN}}<p class="hint no-print">办理方式：{{MODE_NAME}}。<a href="{{MODE_URL}}">看告知书，或者换一种<span class="visually-hidden">办理方式</span></a></p>{{/MODE_SHOWN}}
{{#RETURNED_NOTE}}<div class="note note-warn" id="returned" data-refresh><h2>预审没有通过，请修改后再提交</h2><p>要改的全在这里，没有别的了；每一处旁边写着哪里不对、应该怎样。办件编号 <span class="num">{{SHORT_NO}}</span> 不变。<a href="/case/{{SHORT_NO}}">看预审意见</a></p>
<ul>{{#RETURNED_ROW}}<li><a href="{{URL}}">{{NAME}}</a>{{#TOUCHED}} <span class="tag tag-ok">改过了</span>{{/TOUCHED}}</li>
{{/RETURNED_ROW}}</ul></div>{{/RETURNED_NOTE}}
