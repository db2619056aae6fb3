{{%AUTOESCAPE context="HTML"}}<p class="btn-row no-print"><button class="btn" type="button" data-print hidden>打印</button> <a class="btn btn-second" href="/t/{{TOKEN}}/notice/{{DOC_ID}}/pdf">下载 PDF</a> <a class="btn btn-second" href="/t/{{TOKEN}}">返回办件进度</a></p>
{{>DOCUMENT}}
