{{%AUTOESCAPE context="HTML"}}<h1>系统管理</h1>
<ul class="tiles">
{{#KEEPS_CALENDAR}}<li><a class="tile" href="/admin/calendar"><b>工作日历</b>导入每年的放假和调休安排</a></li>{{/KEEPS_CALENDAR}}
{{#ARRANGES}}<li><a class="tile" href="/admin/substitutions"><b>顶岗安排</b>有人不在岗时，由谁代行职责</a></li>{{/ARRANGES}}
</ul>
