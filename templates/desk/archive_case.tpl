{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk/archive">归档移交</a></li><li><a href="{{URL}}">{{DEPT_NAME}}</a></li><li aria-current="page">{{SHORT_NO}}</li></ol></nav>
<h1>归档：{{NAME}}</h1>
{{>FORM_ERRORS}}
<dl class="facts">
<div><dt>办件编号</dt><dd class="num">{{SHORT_NO}}</dd></div>
<div><dt>完整编号</dt><dd class="num">{{CASE_NO}}</dd></div>
<div><dt>办件状态</dt><dd><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span></dd></div>
<div><dt>移交状态</dt><dd><span class="tag {{TAG_CLASS}}">{{TAG}}</span></dd></div>
{{#DUE_SHOWN}}<div><dt>移交期限</dt><dd>{{DUE}}</dd></div>{{/DUE_SHOWN}}
</dl>
{{#CASE_LINK}}<p><a href="/desk/case/{{SHORT_NO}}">打开办件</a></p>{{/CASE_LINK}}
{{#EMPTY}}<div class="empty"><p>还没有归档包。</p><p class="hint">办件归档以后，一两分钟内自动生成。</p></div>{{/EMPTY}}
{{#PACKAGE}}<section class="card" aria-labelledby="p{{PACKAGE_ID}}-h"><h2 id="p{{PACKAGE_ID}}-h">归档包（含 {{EVENT_COUNT}} 条办理记录）</h2>
<dl class="facts">
<div><dt>生成时间</dt><dd>{{AT}}</dd></div>
<div><dt>大小</dt><dd class="num">{{FILE_SIZE}}</dd></div>
<div><dt>校验值</dt><dd class="num hash">{{HASH}}</dd></div>
{{#WAS_ACCEPTED}}<div><dt>接收</dt><dd>{{OFFICER}}，{{JUDGED_AT}}</dd></div>{{/WAS_ACCEPTED}}{{#WAS_RETURNED}}<div><dt>退回</dt><dd>{{OFFICER}}，{{JUDGED_AT}}</dd></div>{{/WAS_RETURNED}}
{{#DEFECT_SHOWN}}<div><dt>退回原因</dt><dd>{{DEFECT}}</dd></div>{{/DEFECT_SHOWN}}
</dl>
{{#DOWNLOAD}}<p class="btn-row"><a class="btn btn-second" href="/desk/archive/{{SHORT_NO}}/package/{{PACKAGE_ID}}">下载归档包</a></p><p class="hint">包里有未遮盖的个人信息，每次下载都会记录。下载后可以用 archive-check 离线核验。</p>{{/DOWNLOAD}}
{{#JUDGE}}<form class="sign" method="post" action="/desk/archive/{{SHORT_NO}}/package/{{PACKAGE_ID}}/accept"><input type="hidden" name="csrf" value="{{CSRF}}">
<p>纸质材料和移交清单对得上，归档包核验没有问题：</p><button class="btn" type="submit">接收</button></form>
<form class="sign" method="post" action="/desk/archive/{{SHORT_NO}}/package/{{PACKAGE_ID}}/return" novalidate><input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#DEFECT_WRONG}} is-wrong{{/DEFECT_WRONG}}"><label for="f-defect">有问题，退回补正。哪里不对<span class="req">必填</span></label>{{#DEFECT_WRONG}}<p class="field-wrong" id="f-defect-wrong">{{DEFECT_MESSAGE}}</p>{{/DEFECT_WRONG}}<textarea id="f-defect" name="defect" rows="2" maxlength="500" required{{#DEFECT_WRONG}} aria-invalid="true" aria-describedby="f-defect-wrong"{{/DEFECT_WRONG}}>{{DEFECT_VALUE:p}}</textarea></div>
<button class="btn btn-second" type="submit">退回</button></form>{{/JUDGE}}
</section>
{{/PACKAGE}}
