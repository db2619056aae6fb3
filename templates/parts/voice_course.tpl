{{%AUTOESCAPE context="HTML"}}<ol class="timeline">{{#STEP_DONE}}<li><p class="timeline-what">{{TOLD}}{{#WHO_SHOWN}} <span class="hint">{{WHO}}</span>{{/WHO_SHOWN}}</p><p class="timeline-when">{{AT}}{{#CLAUSE_SHOWN}} <span class="voice-clause">{{CLAUSE}}</span>{{/CLAUSE_SHOWN}}</p>{{#WORDS_SHOWN}}<p class="timeline-say voice-text">{{WORDS}}</p>{{/WORDS_SHOWN}}</li>
{{/STEP_DONE}}</ol>
