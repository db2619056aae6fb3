{{%AUTOESCAPE context="HTML"}}{{>STEPS}}
{{>WRONG_LIST}}
{{>FORM_ERRORS}}
{{#UNTOUCHED}}<div class="note note-warn"><h2>预审要您重交的，还有没动过的</h2><ul>{{#UNTOUCHED_ROW}}<li><a href="{{URL}}">{{NAME}}</a></li>{{/UNTOUCHED_ROW}}</ul><p>没有改就提交，很可能再退回来。</p></div>{{/UNTOUCHED}}
<section aria-labelledby="form-h"><h2 id="form-h">您填的内容</h2>
{{>FORM_READ}}
<dl class="facts"><div><dt>结果怎样给您</dt><dd>{{DELIVERY_NAME}} <a class="edit" href="{{PAGE}}#s-delivery-h">修改<span class="visually-hidden">领取方式</span></a></dd></div></dl>
</section>
<section aria-labelledby="files-h"><h2 id="files-h">您交的材料</h2>
{{>MATERIAL_TABLE}}
</section>
{{#SUBMIT}}<section class="panel panel-strong" aria-labelledby="submit-h"><h2 id="submit-h">提交</h2>
<form method="post" action="{{PAGE}}/submit" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="submit_key" value="{{SUBMIT_KEY}}">
<div class="field{{#AGREE_WRONG}} is-wrong{{/AGREE_WRONG}}">
{{#AGREE_WRONG}}<p class="field-wrong" id="f-agree-wrong">{{AGREE_MESSAGE}}</p>{{/AGREE_WRONG}}
<div class="choices"><label class="choice"><input type="checkbox" id="f-agree" name="agree" value="1"{{#AGREE_ON}} checked{{/AGREE_ON}}{{#AGREE_WRONG}} aria-invalid="true" aria-describedby="f-agree-wrong"{{/AGREE_WRONG}}><span>我已核对，填写的内容和交的材料都是真实的。<span class="choice-help">提供虚假材料要承担法律责任（《中华人民共和国行政许可法》第三十一条、第七十八条）。</span></span></label></div>
</div>
<p>提交后，工作人员 {{FEEDBACK_DAYS}} 个工作日内先看一遍（预审）；有要改的，一次全部告诉您。提交后暂时不能改，但可以撤回。</p>
<p class="btn-row"><button class="btn" type="submit" data-busy="正在提交…">提交申请</button> <a class="btn btn-second" href="{{PAGE}}/materials">上一步</a></p>
</form></section>{{/SUBMIT}}
{{#NOT_READY}}<div class="note note-warn"><p>上面列出的都办好以后，这里会出现“提交申请”。已经填的、传的都存着。</p></div>
<p class="btn-row"><a class="btn btn-second" href="{{PAGE}}/materials">上一步</a></p>{{/NOT_READY}}
