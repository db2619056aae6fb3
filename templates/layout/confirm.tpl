{{%AUTOESCAPE context="HTML"}}<article class="confirm">
<h1>{{HEADLINE}}</h1>
<p class="lead">{{EXPLAIN}}</p>
{{#CONSEQUENCE}}<div class="note note-warn"><p>{{CONSEQUENCE_TEXT}}</p></div>{{/CONSEQUENCE}}
<form class="btn-row" method="post" action="{{ACTION}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<button class="btn{{#DANGER}} btn-danger{{/DANGER}}" type="submit">{{YES}}</button>
<a class="btn btn-second" href="{{BACK}}">{{NO}}</a>
</form>
</article>
