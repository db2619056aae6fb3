{{%AUTOESCAPE context="HTML"}}<h1>系统管理</h1>
<ul class="tiles">
{{#KEEPS_CALENDAR}}<li><a class="tile" href="/admin/calendar"><b>工作日历</b>导入每年的放假和调休安排</a></li>{{/KEEPS_CALENDAR}}
{{#ARRANGES}}<li><a class="tile" href="/admin/substitutions"><b>顶岗安排</b>有人不在岗时，由谁代行职责</a></li>{{/ARRANGES}}
{{#KEEPS_LETTERS}}<li><a class="tile" href="/admin/letters"><b>授权委托书</b>部门授权窗口受理、当场决定的事项和期限</a></li>{{/KEEPS_LETTERS}}
{{#KEEPS_HALL}}<li><a class="tile" href="/admin/closures"><b>停办</b>哪段时间不开放，先看影响谁再确认</a></li>
<li><a class="tile" href="/admin/hours"><b>开放时间</b>每类业务星期几、几点开放，放多少预约号</a></li>
<li><a class="tile" href="/admin/windows"><b>窗口</b>窗口的类型和区，谁任 A 岗、B 岗</a></li>
<li><a class="tile" href="/admin/groups"><b>业务分组</b>取号和预约的种类，各办哪些事项</a></li>{{/KEEPS_HALL}}
</ul>
