{{%AUTOESCAPE context="HTML"}}<div class="hero">
<h1>您要办什么事？</h1>
<form class="search search-big" method="get" action="/matters" role="search">
<label class="visually-hidden" for="q">要办的事，例如：食品经营许可</label>
<input type="search" id="q" name="q" maxlength="60" placeholder="例如：开饭店、残疾人证">
<button class="btn" type="submit"><svg class="icon" aria-hidden="true"><use href="/static/icons/icons.svg#search"></use></svg>查找</button>
</form>
</div>
<ul class="tiles">
<li><a class="tile" href="/matters"><b>找事项、看指南</b>要带什么、多久办好、收不收钱</a></li>
<li><a class="tile" href="/progress"><b>查办件进度</b>用回执上的编号和查询码</a></li>
<li><a class="tile" href="/account"><b>我的办件</b>继续填写、补正材料、撤回</a></li>
<li><a class="tile" href="/ask"><b>有问题，问我们</b>谁先接，谁负责到底</a></li>
<li><a class="tile" href="/complain"><b>投诉、建议、举报</b>不用登录，可以不留姓名</a></li>
<li><a class="tile" href="/rate"><b>大家的评价</b>办得怎么样，看看别人怎么说</a></li>
</ul>
<section aria-labelledby="themes-h"><h2 id="themes-h">按主题找</h2>
<ul class="theme-list">{{#THEME}}<li><a href="/matters?theme={{THEME_KEY:u}}">{{THEME_NAME}} <span class="count">{{COUNT_SHOWN}}</span></a></li>
{{/THEME}}</ul></section>
<section aria-labelledby="often-h"><h2 id="often-h">常办的事</h2>
<ul class="cards">{{#MATTER}}<li class="card"><h3><a href="/matters/{{CODE}}">{{NAME}}</a></h3><p>{{SUMMARY}}</p></li>
{{/MATTER}}</ul></section>
<section aria-labelledby="help-h"><h2 id="help-h">不会用、怕填错？</h2>
<p>填到哪里存到哪里，随时可以停下来。提交后，工作人员会先帮您看一遍材料；有缺的、不对的，会一次说清楚，不会让您来回跑。也可以直接到窗口，由工作人员帮您办。</p>
<p><a href="/deadline">工作日计算：从哪天起、几个工作日、到哪天为止</a></p></section>
