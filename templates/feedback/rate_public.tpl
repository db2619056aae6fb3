{{%AUTOESCAPE context="HTML"}}<h1>大家的评价</h1>
<p class="lead">每次办完事，都可以评一评。评不评、评什么，由您自己定；不评就是没有评，不会替您算作满意。</p>
{{#HEAD}}<dl class="rate-head"><div><dt>基本满意以上</dt><dd class="num">{{GOOD}}</dd></div><div><dt>评价</dt><dd class="num">{{RATED}}<span class="unit">条</span></dd></div><div><dt>邀请了，没有评</dt><dd class="num">{{SILENT}}</dd></div>{{#MEDIAN_SHOWN}}<div><dt>差评多久有答复（中位数）</dt><dd class="num">{{MEDIAN}}<span class="unit">个工作日</span></dd></div>{{/MEDIAN_SHOWN}}</dl>
<p class="hint">最近十二个月，一共邀请了 {{INVITED}} 次评价。评价少于5条的，不单独显示，免得认出是谁评的。</p>{{/HEAD}}
{{#EMPTY}}<div class="empty"><p>评价还太少，满5条才显示数字。</p></div>{{/EMPTY}}
{{#PICTURE}}<figure class="rate-picture"><svg viewBox="0 0 600 {{HEIGHT}}" role="img" aria-labelledby="rate-picture-t"><title id="rate-picture-t">各部门五档评价所占的份额；数字见下面的表</title>{{#BAR}}<text x="0" y="{{TEXT_Y}}">{{NAME}}</text>{{#BAR_PART}}<rect class="rate-fill-{{LEVEL}}" x="{{X}}" y="{{Y}}" width="{{W}}" height="16"></rect>{{/BAR_PART}}{{/BAR}}</svg>
<figcaption><ul class="rate-legend"><li><span class="rate-dot rate-fill-5" aria-hidden="true"></span>非常满意</li><li><span class="rate-dot rate-fill-4" aria-hidden="true"></span>满意</li><li><span class="rate-dot rate-fill-3" aria-hidden="true"></span>基本满意</li><li><span class="rate-dot rate-fill-2" aria-hidden="true"></span>不满意</li><li><span class="rate-dot rate-fill-1" aria-hidden="true"></span>非常不满意</li></ul></figcaption></figure>{{/PICTURE}}
{{#SUMS}}<section aria-labelledby="sums-{{TABLE_KEY}}-h"><h2 id="sums-{{TABLE_KEY}}-h">{{TABLE_TITLE}}</h2>
<table class="table table-cards rate-table"><caption class="visually-hidden">{{TABLE_TITLE}}的满意情况</caption><thead><tr><th scope="col">{{TABLE_HEAD}}</th><th scope="col">基本满意以上</th><th scope="col">评价</th><th scope="col">非常满意</th><th scope="col">满意</th><th scope="col">基本满意</th><th scope="col">不满意</th><th scope="col">非常不满意</th><th scope="col">邀请</th><th scope="col">没有评</th></tr></thead><tbody>
{{#ROW}}<tr><th class="card-title" scope="row" data-label="{{TABLE_HEAD}}">{{NAME}}</th>{{#NUMBERS}}<td data-label="基本满意以上" class="num">{{GOOD}}</td><td data-label="评价" class="num">{{RATED}}</td>{{#LEVEL_CELL}}<td data-label="{{LEVEL_NAME}}" class="num">{{LEVEL_COUNT}}</td>{{/LEVEL_CELL}}<td data-label="邀请" class="num">{{INVITED}}</td><td data-label="没有评" class="num">{{SILENT}}</td>{{/NUMBERS}}{{#FEW}}<td colspan="9" class="hint">数量少，不显示</td>{{/FEW}}</tr>
{{/ROW}}</tbody></table></section>{{/SUMS}}
<section aria-labelledby="latest-h"><h2 id="latest-h">最近的评价和答复</h2>
{{#LATEST_NONE}}<div class="empty"><p>还没有公开的文字评价。</p></div>{{/LATEST_NONE}}
<ul class="rate-latest">{{#LATEST}}<li><p class="rate-line"><span class="tag rate-tag-{{LEVEL}}">{{LEVEL_NAME}}</span> {{NAME}}</p>{{#TAGS_SHOWN}}<p class="hint">{{TAGS}}</p>{{/TAGS_SHOWN}}<blockquote class="rate-words">{{TEXT}}</blockquote><p class="hint">{{AUTHOR}}　{{MONTH}}</p>{{#REPLY_SHOWN}}<p class="rate-reply"><b>答复：</b>{{REPLY}}</p>{{/REPLY_SHOWN}}</li>
{{/LATEST}}</ul></section>
<section aria-labelledby="how-h"><h2 id="how-h">怎样评、评了以后怎样</h2>
<ul><li>用短信里的链接，或者扫回执上的二维码，在手机上点两下就能评；窗口的评价屏上也可以评。</li><li>每次窗口服务评一次，每件网上办的事评一次；10天内可以改。</li><li>可以不留姓名。不留姓名的，不会记下您是谁；被评价的人看不到是谁评的。</li><li>评了不满意的，1个工作日内联系您，5个工作日内书面答复（复杂的15个工作日），由别人来办，不由被评价的人办。答复以后，请您再评一次，评到满意为止。</li></ul></section>
