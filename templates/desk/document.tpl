{{%AUTOESCAPE context="HTML"}}<p class="btn-row no-print"><button class="btn" type="button" data-print hidden>打印</button> <a class="btn btn-second" href="/desk/case/{{SHORT_NO}}/documents/{{DOC_ID}}/pdf">下载 PDF</a> <a class="btn btn-second" href="/desk/case/{{SHORT_NO}}">返回办件</a></p>
{{>DOCUMENT}}
