{{%AUTOESCAPE context="HTML"}}{{>STEPS}}
{{>WRONG_LIST}}
{{#GO_ANYWAY}}<p class="hint">已经填的都存好了。纸上没写的不用编，<a href="{{PAGE}}/materials">先去登记材料</a>，收件后一次告诉申请人。</p>{{/GO_ANYWAY}}
{{#CLASH}}<div class="note note-wrong" role="alert" tabindex="-1" data-focus><h2>这份录入刚才在别处改过</h2><p>您刚才填的还没有保存，都留在下面。核对后再点一次“保存，下一步”，就用您填的；<a href="{{PAGE}}">放弃刚才填的，重新打开</a>。</p></div>{{/CLASH}}
<form class="apply-form" method="post" action="{{PAGE}}" novalidate data-autosave="{{PAGE}}/field">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="draft-version" value="{{VERSION}}">
{{>FORM}}
<section class="form-part" aria-labelledby="s-delivery-h"><h2 id="s-delivery-h">办好以后</h2>
<fieldset class="field"><legend>结果怎样给申请人<span class="req">必填</span></legend>
<div class="choices">{{#DELIVERY}}<label class="choice"><input type="radio" name="result-delivery" value="{{DELIVERY_KEY}}"{{#DELIVERY_ON}} checked{{/DELIVERY_ON}}><span>{{DELIVERY_NAME}}</span></label>
{{/DELIVERY}}</div></fieldset></section>
<p class="saved-line" role="status" data-saved data-state="{{SAVED_STATE}}">{{SAVED_SAY}}</p>
<p class="btn-row"><button class="btn" type="submit" data-busy="正在保存…">保存，下一步</button> <a class="btn btn-second" href="{{PAGE}}/materials">登记材料</a></p>
</form>
<p class="hint"><a href="{{PAGE}}/discard">不收了，删除这份录入</a></p>
