{{%AUTOESCAPE context="HTML"}}<div class="promise-text">
<p>{{LEAD}}</p>
{{#PART}}{{#PART_TITLED}}<h3>{{PART_TITLE}}</h3>
{{/PART_TITLED}}{{#LINE}}<p>{{LINE_TEXT}}</p>
{{/LINE}}{{/PART}}</div>
