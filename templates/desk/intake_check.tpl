{{%AUTOESCAPE context="HTML"}}{{>STEPS}}
{{>WRONG_LIST}}
{{>FORM_ERRORS}}
<form class="panel panel-strong" method="post" action="{{PAGE}}/receive" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="version" value="{{VERSION}}">
{{#COMPLETE}}<p>申请表和材料都齐了。收件后马上打印收件凭证，交给申请人。</p>{{/COMPLETE}}
{{#SHORT_OF}}<div class="field{{#INCOMPLETE_WRONG}} is-wrong{{/INCOMPLETE_WRONG}}">{{#INCOMPLETE_WRONG}}<p class="field-wrong" id="f-incomplete-wrong">{{INCOMPLETE_MESSAGE}}</p>{{/INCOMPLETE_WRONG}}
<label class="choice"><input type="checkbox" id="f-incomplete" name="incomplete" value="1"{{#INCOMPLETE_ON}} checked{{/INCOMPLETE_ON}}><span>不齐也先收件<span class="choice-help">申请人要交，就应当收下。收件后当场或五个工作日内，一次告诉他要补的全部内容。</span></span></label></div>{{/SHORT_OF}}
<p class="btn-row"><button class="btn" type="submit" data-busy="正在收件…">收件</button> <a class="btn btn-second" href="{{PAGE}}/materials">上一步</a></p>
</form>
<section aria-labelledby="form-h"><h2 id="form-h">请和申请人一起核对</h2>
{{>FORM_READ}}
<dl class="facts"><div><dt>结果怎样给申请人</dt><dd>{{DELIVERY_NAME}} <a class="edit" href="{{PAGE}}#s-delivery-h">修改<span class="visually-hidden">领取方式</span></a></dd></div></dl>
</section>
<section aria-labelledby="files-h"><h2 id="files-h">材料</h2>
{{>MATERIAL_TABLE}}
</section>
