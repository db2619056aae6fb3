{{%AUTOESCAPE context="HTML"}}<h1>我的办件</h1>
<p class="btn-row"><a class="btn btn-second" href="/matters">办一件新的事</a> <a class="btn btn-second" href="/booking/mine">我的预约</a> <a class="btn btn-second" href="/account/certificates">我的证照</a> <a class="btn btn-second" href="/account/profile">我的资料</a></p>
{{#VISITS}}<section class="visits" aria-labelledby="visits-h"><h2 id="visits-h">要去窗口</h2>
<ul class="visit-list">{{#OFFERED}}<li class="is-yours"><a href="/booking/mine">{{GROUP_NAME}}，{{DATE}}有空位了</a> <strong class="your-turn">请在 {{UNTIL}}前确认</strong></li>
{{/OFFERED}}{{#BOOKED}}<li><a href="/booking/v/{{TOKEN}}">{{WHEN}}</a> <span>{{NAME}}</span>{{#DISPLACED}} <strong class="your-turn">这个时间不办了，请确认新的时间</strong>{{/DISPLACED}}</li>
{{/BOOKED}}{{#WAITS}}<li><a href="/booking/mine">候补：{{DATE}}</a> <span>{{GROUP_NAME}}</span></li>
{{/WAITS}}</ul></section>
{{/VISITS}}{{#EMPTY}}<div class="empty"><p>您还没有办过事。</p><p class="hint">先找到要办的事项，看看要带什么，再点“现在申请”。</p><p class="btn-row"><a class="btn" href="/matters">找事项</a></p></div>{{/EMPTY}}
<ul class="cards">{{#CASE}}<li class="card"><h2 class="card-title"><a href="{{URL}}">{{NAME}}</a></h2>
<p><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span>{{#YOUR_TURN}} <strong class="your-turn">等您处理</strong>{{/YOUR_TURN}}</p>
{{#SHORT_NO_SHOWN}}<p>编号 <span class="num">{{SHORT_NO}}</span></p>{{/SHORT_NO_SHOWN}}
<p class="hint">{{#IS_DRAFT}}还没提交，上次保存：{{/IS_DRAFT}}{{#IS_SUBMITTED}}提交时间：{{/IS_SUBMITTED}}{{SAVED_AT}}{{#DUE_SHOWN}}；我们最晚 {{DUE}} 答复{{/DUE_SHOWN}}</p></li>
{{/CASE}}</ul>
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="/account?before={{BEFORE}}">更早的办件</a></nav>{{/NEXT}}
{{#VOICES}}<section aria-labelledby="voices-h"><h2 id="voices-h">我的投诉、建议和咨询</h2>
<ul class="cards">{{#VOICE}}<li class="card"><h3 class="card-title"><a href="{{URL}}">{{KIND_NAME}} <span class="num">{{NUMBER}}</span></a></h3>
<p><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span></p>
<p class="hint">{{AT}}提交{{#DUE_SHOWN}}；我们最晚 {{DUE}} 答复{{/DUE_SHOWN}}</p></li>
{{/VOICE}}</ul>
<p class="hint">不留姓名的不在这里，凭编号和查询码 <a href="/complain/find">查进度</a>。</p></section>{{/VOICES}}
