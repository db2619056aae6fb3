{{%AUTOESCAPE context="HTML"}}<h1>系统管理</h1>
<ul class="tiles">
{{#KEEPS_CALENDAR}}<li><a class="tile" href="/admin/calendar"><b>工作日历</b>导入每年的放假和调休安排</a></li>{{/KEEPS_CALENDAR}}
{{#ARRANGES}}<li><a class="tile" href="/admin/substitutions"><b>顶岗安排</b>有人不在岗时，由谁代行职责</a></li>{{/ARRANGES}}
{{#KEEPS_LETTERS}}<li><a class="tile" href="/admin/letters"><b>授权委托书</b>部门授权窗口受理、当场决定的事项和期限</a></li>{{/KEEPS_LETTERS}}
</ul>
