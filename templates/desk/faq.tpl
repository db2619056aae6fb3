{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/faq">常见问题</a></li><li aria-current="page">{{STATE_NAME}}</li></ol></nav>
<h1>{{FAQ_Q}}</h1>
<p class="case-line"><span class="tag tag-plain">{{STATE_NAME}}</span> <span>事项：<a href="/matters/{{CODE}}">{{NAME}}</a></span> <span class="hint">{{DRAFTED_BY}} 起草，{{AT}}</span></p>
<p class="voice-text">{{FAQ_A}}</p>
{{#REVIEWED}}<p class="hint">{{REVIEWED_BY}}，{{REVIEWED_AT}}</p><p>{{REASON}}</p>{{/REVIEWED}}
{{#EDIT}}<p class="btn-row"><a class="btn btn-second" href="/desk/faq/{{ID}}?edit=1">修改</a></p>{{/EDIT}}
{{#JUDGE}}<section aria-labelledby="judge-h"><h2 id="judge-h">审核</h2>{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/desk/faq/{{ID}}/judge" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<div class="field{{#REASON_WRONG}} is-wrong{{/REASON_WRONG}}"><label for="f-reason">退回的理由<span class="opt">公布的不填</span></label>{{#REASON_WRONG}}<p class="field-wrong">{{REASON_MESSAGE}}</p>{{/REASON_WRONG}}<textarea id="f-reason" name="reason" rows="3" maxlength="500">{{REASON_VALUE:p}}</textarea></div>
<p class="btn-row"><button class="btn" type="submit" name="verdict" value="publish">公布</button> <button class="btn btn-second" type="submit" name="verdict" value="return">退回修改</button></p></form></section>{{/JUDGE}}
{{#WITHDRAW}}<section aria-labelledby="withdraw-h"><h2 id="withdraw-h">撤下</h2>{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="/desk/faq/{{ID}}/withdraw" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="1">
<div class="field{{#REASON_WRONG}} is-wrong{{/REASON_WRONG}}"><label for="f-reason">撤下的理由<span class="req">必填</span></label>{{#REASON_WRONG}}<p class="field-wrong">{{REASON_MESSAGE}}</p>{{/REASON_WRONG}}<textarea id="f-reason" name="reason" rows="3" maxlength="500">{{REASON_VALUE:p}}</textarea></div>
<p class="btn-row"><button class="btn btn-danger" type="submit">从办事指南上撤下</button></p></form></section>{{/WITHDRAW}}
