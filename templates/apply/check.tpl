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
{{#GAP_SHOWN}}<div class="field{{#GAP_PROMISE_WRONG}} is-wrong{{/GAP_PROMISE_WRONG}}"><h3>容缺受理承诺</h3>
{{#GAP_PROMISE_WRONG}}<p class="field-wrong" id="f-gap_promise-wrong">{{GAP_PROMISE_MESSAGE}}</p>{{/GAP_PROMISE_WRONG}}
<div class="choices"><label class="choice"><input type="checkbox" id="f-gap_promise" name="gap_promise" value="1"{{#GAP_PROMISE_ON}} checked{{/GAP_PROMISE_ON}}{{#GAP_PROMISE_WRONG}} aria-invalid="true" aria-describedby="f-gap_promise-wrong"{{/GAP_PROMISE_WRONG}}><span>{{GAP_SAY}}</span></label></div>
</div>
{{/GAP_SHOWN}}{{#COMMITMENT_SHOWN}}<div class="field{{#COMMITMENT_WRONG}} is-wrong{{/COMMITMENT_WRONG}}"><h3>告知承诺书</h3>
{{#NOTICE}}<details class="letter-fold"><summary>行政审批机关告知书</summary>{{>LETTER_TEXT}}</details>
{{/NOTICE}}{{#LETTER}}<details class="letter-fold" open><summary>信用承诺书</summary>{{>LETTER_TEXT}}</details>
{{/LETTER}}{{#COMMITMENT_WRONG}}<p class="field-wrong" id="f-commitment-wrong">{{COMMITMENT_MESSAGE}}</p>{{/COMMITMENT_WRONG}}
<div class="choices"><label class="choice"><input type="checkbox" id="f-commitment" name="commitment" value="1"{{#COMMITMENT_ON}} checked{{/COMMITMENT_ON}}{{#COMMITMENT_WRONG}} aria-invalid="true" aria-describedby="f-commitment-wrong"{{/COMMITMENT_WRONG}}><span>我已看清告知书，自愿作出信用承诺书里的全部承诺。<span class="choice-help">勾选并提交，就是您的签字；受理时机关盖章，承诺书生效，双方各一份。</span></span></label></div>
</div>
{{/COMMITMENT_SHOWN}}<div class="field{{#AGREE_WRONG}} is-wrong{{/AGREE_WRONG}}">
{{#AGREE_WRONG}}<p class="field-wrong" id="f-agree-wrong">{{AGREE_MESSAGE}}</p>{{/AGREE_WRONG}}
<div class="choices"><label class="choice"><input type="checkbox" id="f-agree" name="agree" value="1"{{#AGREE_ON}} checked{{/AGREE_ON}}{{#AGREE_WRONG}} aria-invalid="true" aria-describedby="f-agree-wrong"{{/AGREE_WRONG}}><span>我已核对，填写的内容和交的材料都是真实的。<span class="choice-help">提供虚假材料要承担法律责任（《中华人民共和国行政许可法》第三十一条、第七十八条）。</span></span></label></div>
</div>
<p>提交后，工作人员 {{FEEDBACK_DAYS}} 个工作日内先看一遍（预审）；有要改的，一次全部告诉您。提交后暂时不能改，但可以撤回。</p>
<p class="btn-row"><button class="btn" type="submit" data-busy="正在提交…">提交申请</button> <a class="btn btn-second" href="{{PAGE}}/materials">上一步</a></p>
</form></section>{{/SUBMIT}}
{{#NOT_READY}}<div class="note note-warn"><p>上面列出的都办好以后，这里会出现“提交申请”。已经填的、传的都存着。</p></div>
<p class="btn-row"><a class="btn btn-second" href="{{PAGE}}/materials">上一步</a></p>{{/NOT_READY}}
