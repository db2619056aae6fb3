{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a></li><li aria-current="page">{{ACT_LABEL}}</li></ol></nav>
{{#PLAIN}}<h1>{{ACT_LABEL}}</h1>
{{/PLAIN}}<p class="lead">{{NAME}}，申请人：{{APPLICANT}}，编号 <span class="num">{{SHORT_NO}}</span>。</p>
<form class="confirm-act no-print" method="post" action="/desk/case/{{SHORT_NO}}/act" data-confirm>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="version" value="{{VERSION}}">
<input type="hidden" name="act" value="{{ACT_KEY}}">
{{#KEPT}}<input type="hidden" name="{{KEPT_NAME}}" value="{{KEPT_VALUE:p}}">
{{/KEPT}}<div class="note note-warn"><p><strong>还没有办：{{ACT_LABEL}}。</strong>确认以后不能收回{{#TOLD_BY_MESSAGE}}，并马上发短信到 <span class="num">{{PHONE_MASK}}</span>{{/TOLD_BY_MESSAGE}}。{{#UNSENT}}要发出的《{{DOC_TITLE}}》在下面，请从头到尾看一遍。{{/UNSENT}}</p></div>
<p class="btn-row"><button class="btn btn-danger" type="submit" name="confirmed" value="yes" data-busy="正在办理…">确认{{ACT_LABEL}}</button> {{#BACK_TYPED}}<button class="btn btn-second" type="submit" name="confirmed" value="no">返回修改</button>{{/BACK_TYPED}}{{#BACK_PLAIN}}<a class="btn btn-second" href="/desk/case/{{SHORT_NO}}">不办了，返回</a>{{/BACK_PLAIN}}</p>
</form>
{{#UNSENT}}{{>DOCUMENT}}{{/UNSENT}}
