{{%AUTOESCAPE context="HTML"}}<div class="wrong-summary" role="alert" tabindex="-1" data-focus>
<h2>{{WRONG_TITLE}}</h2>
<ul>{{#WRONG_ITEM}}<li><a href="{{WRONG_URL}}">{{WRONG_TEXT}}</a></li>{{/WRONG_ITEM}}</ul>
</div>
