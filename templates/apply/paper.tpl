{{%AUTOESCAPE context="HTML"}}<nav class="crumbs no-print" aria-label="当前位置">
<ol><li><a href="/account">我的办件</a></li><li><a href="{{URL}}">{{SHORT_NO}}</a></li><li aria-current="page">{{DOC_TITLE}}</li></ol>
</nav>
{{#JUST_DONE}}<div class="note note-ok no-print"><h2>您的申请已经提交</h2><p>请记下办件编号和查询码，或者把这一页打印、截图存好。以后在“我的办件”里也能再打开。</p><p><a href="/rate/case/{{CASE_TOKEN}}">网上办得顺不顺？请您评一评</a></p></div>{{/JUST_DONE}}
<p class="btn-row no-print"><button class="btn" type="button" data-print hidden>打印这一页</button> <a class="btn btn-second" href="{{URL}}/documents/{{DOC_ID}}/pdf">下载 PDF</a> <a class="btn btn-second" href="{{URL}}">看办理进度</a></p>
{{>DOCUMENT}}
