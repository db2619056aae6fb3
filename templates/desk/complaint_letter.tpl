{{%AUTOESCAPE context="HTML"}}<p class="btn-row no-print"><button class="btn" type="button" data-print hidden>打印</button> <a class="btn btn-second" href="/desk/complaints/{{NUMBER}}/reply/{{LEVEL}}/pdf">下载 PDF</a> <a class="btn btn-second" href="/desk/complaints/{{NUMBER}}">返回</a></p>
{{>SHEET}}
