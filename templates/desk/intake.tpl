{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">收件登记</li></ol></nav>
<h1>收件登记</h1>
<ul class="tabs"><li><a href="/desk/intake"{{#AT_COUNTER}} aria-current="page"{{/AT_COUNTER}}>窗口来人</a></li>
<li><a href="/desk/intake?channel=post"{{#BY_POST}} aria-current="page"{{/BY_POST}}>邮寄来件</a></li></ul>
<section class="panel" aria-labelledby="which-h"><h2 id="which-h">{{#AT_COUNTER}}来办什么事{{/AT_COUNTER}}{{#BY_POST}}寄来的是什么事{{/BY_POST}}</h2>
<form class="search" method="get" action="/desk/intake" role="search">
<input type="hidden" name="channel" value="{{CHANNEL_KEY}}">
<label class="visually-hidden" for="f-q">找事项</label>
<input type="search" id="f-q" name="q" value="{{QUERY}}" maxlength="60" placeholder="例如：食品经营、优待证">
<button class="btn btn-second" type="submit">找事项</button>
</form>
<ul class="intake-matters">{{#MATTER}}<li><a href="/desk/intake/matters/{{CODE}}?channel={{CHANNEL_KEY:u}}">{{NAME}}</a> <span class="hint">{{DEPT_NAME}}</span></li>
{{/MATTER}}</ul>
{{#EMPTY}}<p class="hint">没有找到这样的事项。换个说法再找，或者<a href="/desk/intake?channel={{CHANNEL_KEY:u}}">看全部</a>。</p>{{/EMPTY}}
{{#CUT_OFF}}<p class="hint">只列出前面一部分，请输入名称来找。</p>{{/CUT_OFF}}
</section>
{{#OPEN}}<section aria-labelledby="open-h"><h2 id="open-h">还没有收件的</h2>
<table class="table table-cards"><caption class="visually-hidden">录入了还没有收件的申请</caption>
<thead><tr><th scope="col">申请人</th><th scope="col">事项</th><th scope="col">方式</th><th scope="col">谁录的</th><th scope="col">上次保存</th><th scope="col">操作</th></tr></thead><tbody>
{{#OPEN_ROW}}<tr><th class="card-title" scope="row" data-label="申请人">{{APPLICANT}} <span class="num">{{ID_MASK}}</span></th><td data-label="事项">{{NAME}}</td><td data-label="方式">{{CHANNEL}}</td><td data-label="谁录的">{{HOLDER}}</td><td data-label="上次保存">{{SAVED_AT}}</td><td data-label="操作"><a href="/desk/intake/{{CASE_KEY}}">接着录<span class="visually-hidden">：{{APPLICANT}}</span></a>　<a href="/desk/intake/{{CASE_KEY}}/discard">删除<span class="visually-hidden">：{{APPLICANT}}</span></a></td></tr>
{{/OPEN_ROW}}</tbody></table></section>{{/OPEN}}
{{#POST}}<section aria-labelledby="post-h"><h2 id="post-h">寄来的件</h2>
<table class="table table-cards"><caption class="visually-hidden">邮寄来件和答复</caption>
<thead><tr><th scope="col">到达</th><th scope="col">办件</th><th scope="col">申请人</th><th scope="col">事项</th><th scope="col">收件结果</th><th scope="col">告知</th></tr></thead><tbody>
{{#POST_ROW}}<tr><td data-label="到达">{{ARRIVED}}<br><span class="hint num">{{TRACKING_NO}}</span></td><th class="card-title" scope="row" data-label="办件">{{#AS_CASE}}<a class="num" href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a>{{/AS_CASE}}{{#AS_DRAFT}}<a href="/desk/intake/{{CASE_KEY}}">接着录</a>{{/AS_DRAFT}}</th><td data-label="申请人">{{APPLICANT}}</td><td data-label="事项">{{NAME}}</td><td data-label="收件结果">{{ANSWERED}}</td><td data-label="告知">{{TOLD_HOW}}</td></tr>
{{/POST_ROW}}</tbody></table>
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="/desk/intake?channel=post&amp;after={{AFTER:u}}">更早的</a></nav>{{/NEXT}}</section>{{/POST}}
{{#POST_NONE}}<div class="empty"><p>还没有寄来的件。</p></div>{{/POST_NONE}}
