{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置">
<ol><li><a href="/">首页</a></li><li aria-current="page">办事指南</li></ol>
</nav>
<h1>办事指南</h1>
<form class="filters" method="get" action="/matters" role="search">
<div class="search"><label class="visually-hidden" for="q">要办的事，例如：食品经营许可</label>
<input type="search" id="q" name="q" value="{{QUERY}}" maxlength="60" placeholder="例如：开饭店、残疾人证">
<button class="btn" type="submit"><svg class="icon" aria-hidden="true"><use href="/static/icons/icons.svg#search"></use></svg>查找</button></div>
<div class="filters-row">
{{#FILTER}}<div><label for="{{FILTER_ID}}">{{FILTER_NAME}}</label><select id="{{FILTER_ID}}" name="{{FILTER_ID}}"><option value="">全部</option>{{#OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_ON}} selected{{/OPTION_ON}}>{{OPTION_NAME}}（{{OPTION_COUNT}}）</option>{{/OPTION}}</select></div>
{{/FILTER}}<div><button class="btn btn-second btn-wide" type="submit">筛选</button></div>
</div>
</form>
{{#CHOSEN}}<ul class="filter-on" aria-label="已选条件，点一下去掉">{{#CHOICE}}<li><a href="{{CHOICE_URL}}">{{CHOICE_NAME}}</a></li>{{/CHOICE}}</ul>{{/CHOSEN}}
<p class="hint" role="status">{{#FOUND}}共 {{TOTAL}} 项{{/FOUND}}{{#CLOSE}}没有完全符合“{{QUERY}}”的事项，下面这些比较接近：{{/CLOSE}}</p>
{{#LIST}}<ul class="cards">{{#CARD}}<li class="card"><h2 class="card-title"><a href="/matters/{{CODE}}">{{NAME}}</a></h2><p>{{DEPT_NAME}}。{{SUMMARY}}</p><div class="tags"><span class="tag tag-plain">{{TYPE_NAME}}</span><span class="tag tag-plain">{{KIND_NAME}}</span><span class="tag tag-plain">{{PROMISED}}</span>{{#ONLINE}}<span class="tag tag-plain">可网上办</span>{{/ONLINE}}</div></li>
{{/CARD}}</ul>{{/LIST}}
{{#QUESTIONS}}<section aria-labelledby="asked-h"><h2 id="asked-h">大家问过的</h2>{{#ASKED}}<details><summary>{{FAQ_Q}}</summary><p class="voice-text">{{FAQ_A}}</p><p class="hint"><a href="/matters/{{CODE}}#g-faq">{{NAME}}</a></p></details>
{{/ASKED}}</section>{{/QUESTIONS}}
{{#PAGER}}<nav class="pager" aria-label="翻页">{{#FIRST}}<a class="btn btn-second" href="{{FIRST_URL}}">回到第一页</a>{{/FIRST}} {{#NEXT}}<a class="btn btn-second" rel="next" href="{{NEXT_URL}}">下一页</a>{{/NEXT}}</nav>{{/PAGER}}
{{#EMPTY}}<div class="empty"><p>没有找到符合条件的事项。</p>
<p class="hint">换一个说法，或者少选一个条件试试；也可以打电话问我们。</p>
<p class="btn-row"><a class="btn btn-second" href="/matters">看全部事项</a></p></div>{{/EMPTY}}
