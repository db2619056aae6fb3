{{%AUTOESCAPE context="HTML"}}<p class="btn-row no-print"><button class="btn" type="button" data-print hidden>打印</button> <a class="btn btn-second" href="{{BACK}}/reply/{{LEVEL}}/pdf">下载 PDF</a> <a class="btn btn-second" href="{{BACK}}">返回进度页</a></p>
{{>SHEET}}
