{{%AUTOESCAPE context="HTML"}}<h1>我的预约</h1>
{{#BARRED}}<div class="note note-wrong"><p><strong>您现在不能在网上预约</strong>，到 {{UNTIL}}为止：90 天里有三次约了没有来，也没有取消。可以打电话预约，或者直接到窗口取号。记录不对的，请打开下面“没有来”的那一次申诉。</p></div>{{/BARRED}}
{{#ABSENT}}<div class="note"><p>90 天里您有 {{TIMES}} 次约了没有来。满三次，30 天不能在网上预约。</p></div>{{/ABSENT}}
<p class="btn-row"><a class="btn" href="/booking">再约一件事</a></p>
{{#EMPTY}}<div class="empty"><p>您还没有预约。</p></div>{{/EMPTY}}
{{#WAITING}}<h2>候补</h2><ul class="cards">{{#WAIT}}<li class="card"><h3 class="card-title">{{GROUP_NAME}}，{{DATE}}</h3>
{{#OFFERED}}<p><strong>有空位了</strong>，给您留到 {{UNTIL}}，过时给下一位。</p><p class="btn-row"><a class="btn" href="/booking/for/{{SUBJECT}}/hold/{{HOLD}}">看时间并确认</a></p>{{/OFFERED}}
{{#WAITS}}<p>正在候补，前面还有 {{BEFORE}} 人。</p>{{/WAITS}}{{#OVER}}<p class="hint">{{SAY}}</p>{{/OVER}}
{{#MAY_LEAVE}}<form method="post" action="/booking/mine/wait/{{ID}}/leave"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="btn btn-second btn-small" type="submit">退出候补</button></form>{{/MAY_LEAVE}}</li>
{{/WAIT}}</ul>{{/WAITING}}
<ul class="cards">{{#BOOKING}}<li class="card"><h2 class="card-title"><a href="/booking/v/{{TOKEN}}">{{WHEN}}</a></h2><p>{{NAME}}</p><p><span class="tag {{STATE_CLASS}}">{{STATE_NAME}}</span>{{#DISPLACED}} <strong class="your-turn">这个时间不办了，请确认新的时间</strong>{{/DISPLACED}}{{#OBJECT}} <a href="/booking/v/{{TOKEN}}">不是这样？去申诉</a>{{/OBJECT}}</p><p class="hint">编号 <span class="num">{{NUMBER}}</span></p></li>
{{/BOOKING}}</ul>
