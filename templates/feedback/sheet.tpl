{{%AUTOESCAPE context="HTML"}}<div class="btn-row no-print"><button class="btn" type="button" data-print hidden>打印</button> <a class="btn btn-second" href="{{BACK}}">返回</a></div>
{{>SHEET}}
