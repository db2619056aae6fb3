{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/account">我的办件</a></li><li><a href="/account/profile">我的资料</a></li><li aria-current="page">我的信用记录</li></ol></nav>
<h1>我的信用记录</h1>
<p class="hint">这里只记办事时作出的承诺没有兑现、被撤销决定的情况，别人看不到这一页。</p>
{{#EMPTY}}<div class="empty"><p>您没有失信记录。</p></div>{{/EMPTY}}
<ul class="cards">{{#RECORD}}<li class="card"><h2 class="card-title"><a href="/case/{{SHORT_NO}}">{{NAME}}</a></h2>
<p>{{#OPEN}}<span class="tag tag-wrong">还没有修复</span>{{/OPEN}}{{#DONE}}<span class="tag tag-ok">已经修复</span>{{/DONE}}</p>
<p>{{REASON}}</p>
<p class="hint">{{AT}} 由{{DEPT_NAME}}记录，办件编号 <span class="num">{{SHORT_NO}}</span></p>
{{#DONE}}<p class="hint">{{REPAIRED_AT}} 修复：{{REPAIR_REASON}}</p>{{/DONE}}</li>
{{/RECORD}}</ul>
{{#HOW}}<section aria-labelledby="how-h"><h2 id="how-h">有什么影响，怎样修复</h2>
<p>没有修复以前，您在本市办事不能选告知承诺，也不能先受理、后补材料；按一般程序照常办理，不受影响。</p>
<ol><li>按《撤销决定书》写的问题，先改正过来。</li><li>带上身份证件、改正的证明材料，到{{CENTRE_NAME}}，请后台统筹岗办理信用修复。</li><li>核实以后登记修复，马上就能重新选告知承诺。</li></ol>
<p>对撤销决定不服的，可以按《撤销决定书》最后写的办法申请行政复议或者提起行政诉讼。</p></section>{{/HOW}}
