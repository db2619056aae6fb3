{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/">首页</a></li><li><a href="/account">我的办件</a></li><li aria-current="page">我的证照</li></ol></nav>
<h1>我的证照</h1>
<p>在这里办成的证照都存着。以后办别的事，材料里要其中一份的，系统会提醒您直接用，不用再交。</p>
{{#SOON_SHOWN}}<div class="note note-warn"><p>有 {{SOON}} 份证照快到期了，请记得提前续办。</p></div>{{/SOON_SHOWN}}
{{#EMPTY}}<div class="empty"><p>还没有证照。</p><p class="hint">事情办成以后，证照会自动出现在这里。</p></div>{{/EMPTY}}
<ul class="cards">{{#CERTIFICATE}}<li class="card"><h2 class="card-title"><a href="/account/certificates/{{CERTIFICATE_ID}}">{{NAME}}</a></h2>
<p><span class="tag {{TAG_CLASS}}">{{TAG}}</span>{{#LIFE_SAID}} <strong>{{LIFE_SAY}}</strong>{{/LIFE_SAID}}</p>
<p>编号 <span class="num">{{NUMBER}}</span></p>
<p class="hint">{{DEPT_NAME}}发证；有效期：{{LIFE_SPAN}}。{{#RENEW}}<a href="/matters/{{CODE}}">看怎样续办</a>{{/RENEW}}</p></li>
{{/CERTIFICATE}}</ul>
{{#PASTS}}<h2>已经不能用的</h2>{{/PASTS}}
<ul class="cards">{{#PAST}}<li class="card"><h3 class="card-title"><a href="/account/certificates/{{CERTIFICATE_ID}}">{{NAME}}</a></h3>
<p><span class="tag {{TAG_CLASS}}">{{TAG}}</span>{{#LIFE_SAID}} {{LIFE_SAY}}{{/LIFE_SAID}}</p>
<p>编号 <span class="num">{{NUMBER}}</span></p>
<p class="hint">{{DEPT_NAME}}发证；有效期：{{LIFE_SPAN}}。{{#RENEW}}<a href="/matters/{{CODE}}">看怎样再办</a>{{/RENEW}}</p></li>
{{/PAST}}</ul>
<p class="hint">别人拿到您的证照，可以在<a href="/verify">证照核验</a>里查编号是真是假；那里看不到您的全名。</p>
