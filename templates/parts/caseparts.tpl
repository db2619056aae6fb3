{{%AUTOESCAPE context="HTML"}}<section aria-labelledby="parts-h"><h2 id="parts-h">{{#OPINIONS}}各部门审查到哪一步{{/OPINIONS}}{{#DECISIONS}}每一件办到哪一步{{/DECISIONS}}</h2>
{{#OPINIONS}}<p class="hint">这几个部门同时审查，您不用分别跑。</p>{{/OPINIONS}}{{#DECISIONS}}<p class="hint">每一件由主管部门分别决定；一件没有批准，不影响其他能独立办的。您选的是{{#SINGLY}}“办好一件领一件”{{/SINGLY}}{{#TOGETHER}}“全部办好一起领”{{/TOGETHER}}。</p>{{/DECISIONS}}
<ul class="part-list">
{{#PART}}<li class="part-row"><p class="part-what"><span class="tag {{PART_TAG}}">{{PART_STATE}}</span> <strong>{{PART_NAME}}</strong></p><p class="part-who">{{PART_DEPT}}</p><p class="part-who num">{{PART_NUMBER}}</p>{{#PART_UNTIL}}<p class="part-who">最晚 <time datetime="{{DUE_ISO}}">{{DUE}}</time></p>{{/PART_UNTIL}}{{#PART_SAYS}}<p class="part-says">{{PART_SAY}}</p>{{/PART_SAYS}}</li>
{{/PART}}</ul></section>
