{{%AUTOESCAPE context="HTML"}}{{#FORM_NOTICE}}<div class="note note-warn" role="alert"><p>{{FORM_NOTICE_TEXT}}</p></div>{{/FORM_NOTICE}}
{{#FORM_WRONG}}<div class="wrong-summary" role="alert" tabindex="-1" data-focus>
<h2>有 {{WRONG_COUNT}} 处需要修改</h2>
<ul>{{#WRONG_ITEM}}<li><a href="#f-{{WRONG_FIELD}}">{{WRONG_MESSAGE}}</a></li>{{/WRONG_ITEM}}</ul>
</div>{{/FORM_WRONG}}
