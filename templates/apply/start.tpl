{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置">
<ol><li><a href="/matters">办事指南</a></li><li><a href="/matters/{{CODE}}">{{NAME}}</a></li><li aria-current="page">申请</li></ol>
</nav>
<h1>申请：{{NAME}}</h1>
<p class="lead">{{SUMMARY}}</p>
<dl class="big-facts">
<div><dt>承诺办结</dt><dd>{{PROMISED}}</dd></div>
<div><dt>要跑几次</dt><dd>{{VISITS}} 次</dd></div>
<div><dt>收费</dt><dd>{{FEE}}</dd></div>
<div><dt>法定最长</dt><dd>{{LEGAL}}</dd></div>
</dl>
<div class="panel panel-strong">
{{#READY}}{{#HAS_DRAFT}}<h2>您有一份没有提交的申请</h2>
<p>申请人：{{APPLICANT}}。以前填的、传的都存着，可以接着办。</p>
<form class="btn-row" method="post" action="/apply/{{CODE}}"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn" type="submit">接着填</button> <button class="btn btn-second" type="submit" name="fresh" value="1">另外申请一件</button></form>
{{/HAS_DRAFT}}{{#NO_DRAFT}}<h2>现在就可以开始</h2>
<p>申请人：{{APPLICANT}}。填一项存一项，随时可以停下，换手机、换电脑也能接着填。请别人代办的，填表时写上代理人就可以。</p>
<form class="btn-row" method="post" action="/apply/{{CODE}}"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn" type="submit">开始申请</button></form>
{{/NO_DRAFT}}{{/READY}}
{{#SIGN_IN_FIRST}}<h2>请先登录</h2>
<p>申请要用实名账号，办到一半也能存下来。看指南不用登录。</p>
<p class="btn-row"><a class="btn" href="{{SIGN_IN_URL}}">登录后开始申请</a> <a class="btn btn-second" href="{{SIGN_UP_URL}}">还没有账号，去注册</a></p>
{{/SIGN_IN_FIRST}}
{{#NOT_FOR_YOU}}<h2>这个账号不能办这件事</h2>
<p>这件事只面向：{{OBJECTS}}。请换用这样的账号登录，或者到窗口问一问。</p>
<p class="btn-row"><a class="btn btn-second" href="/matters">看别的事项</a></p>
{{/NOT_FOR_YOU}}
{{#NOT_ONLINE}}<h2>这件事要到窗口办</h2>
<p>网上还不能申请。地点、时间和要带的东西见办事指南。</p>
<p class="btn-row"><a class="btn" href="/matters/{{CODE}}#g-where">看在哪里办</a></p>
{{/NOT_ONLINE}}
</div>
<section aria-labelledby="need-h"><h2 id="need-h">要准备这些材料</h2>
<p class="hint">没有备齐也可以先开始填。纸质的拍照或扫描后上传。除了下面列出的，我们不会再要别的材料。</p>
<ol class="plain-list">
{{#MATERIAL}}<li><a href="/matters/{{CODE}}#m-{{KEY}}">{{NAME}}</a>（{{WANTED}}）{{#CONDITION_SHOWN}}<span class="hint">{{CONDITION}}</span> {{/CONDITION_SHOWN}}{{#EASE_SHOWN}}<span class="tag tag-plain">{{EASE}}</span>{{/EASE_SHOWN}}</li>
{{/MATERIAL}}</ol></section>
<section aria-labelledby="how-h"><h2 id="how-h">分三步</h2>
<ol class="flow"><li><b>填写信息</b>账号里已有的会自动填好。</li><li><b>准备材料</b>一份一份地传，传上去马上检查。</li><li><b>核对提交</b>看一遍，提交后拿到回执和查询码。</li></ol></section>
