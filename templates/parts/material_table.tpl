{{%AUTOESCAPE context="HTML"}}<table class="table table-cards">
<caption class="visually-hidden">申请材料</caption>
<thead><tr><th scope="col">序号</th><th scope="col">材料</th><th scope="col">情况</th><th scope="col">文件</th>{{#EDIT_HEAD}}<th scope="col" class="no-print">操作</th>{{/EDIT_HEAD}}</tr></thead>
<tbody>
{{#MATERIAL}}<tr><td class="no-card" data-label="序号">{{SEQ}}</td><th class="card-title" scope="row" data-label="材料">{{NAME}}</th><td data-label="情况"><span class="tag {{TAG_CLASS}}">{{TAG}}</span></td><td data-label="文件">{{#ORIGIN_SHOWN}}<span class="hint">{{ORIGIN}}</span>{{/ORIGIN_SHOWN}}{{#FILES}}<ul class="plain-files">{{#FILE}}<li><a href="/file/{{FILE_ID}}">{{FILE_NAME}}</a> <span class="file-meta num">{{FILE_SIZE}}</span>{{#ORIGIN_SHOWN}} <span class="hint">{{ORIGIN}}</span>{{/ORIGIN_SHOWN}}</li>{{/FILE}}</ul>{{/FILES}}</td>{{#EDIT}}<td class="no-print" data-label="操作"><a href="{{EDIT_URL}}#m-{{KEY}}">修改<span class="visually-hidden">{{NAME}}</span></a></td>{{/EDIT}}</tr>
{{/MATERIAL}}</tbody>
</table>
