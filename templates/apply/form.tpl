{{%AUTOESCAPE context="HTML"}}{{>STEPS}}
{{>WRONG_LIST}}
{{#GO_ANYWAY}}<p class="hint">已经填的都存好了，没有丢。也可以<a href="{{PAGE}}/materials">先去传材料</a>，回头再改。</p>{{/GO_ANYWAY}}
{{#CLASH}}<div class="note note-wrong" role="alert" tabindex="-1" data-focus>
<h2>这份申请刚才在别处改过</h2>
<p>您可能在两个窗口或两台设备上打开了它，另一处最后保存于 <span class="num">{{SAVED_AT}}</span>。您刚才填的还没有保存，都留在下面的表里。请看看用哪一个：</p>
<table class="table table-cards"><caption class="visually-hidden">两处不一样的内容</caption>
<thead><tr><th scope="col">项目</th><th scope="col">您刚才填的</th><th scope="col">已经存着的</th></tr></thead>
<tbody>{{#CLASH_ROW}}<tr><th class="card-title" scope="row" data-label="项目"><a href="#f-{{KEY}}">{{LABEL}}</a></th><td data-label="刚才填的">{{TYPED}}</td><td data-label="已经存的">{{STORED}}</td></tr>
{{/CLASH_ROW}}</tbody></table>
<p>用刚才填的：核对后点最下面的按钮，再保存一次。<br>用已经存着的：<a href="{{PAGE}}">放弃刚才填的，重新打开</a>。</p>
</div>{{/CLASH}}
<form class="apply-form" method="post" action="{{PAGE}}" novalidate data-autosave="{{PAGE}}/field">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="draft-version" value="{{VERSION}}">
{{>FORM}}
{{#DELIVERIES}}<section class="form-part" aria-labelledby="s-delivery-h"><h2 id="s-delivery-h">办好以后</h2>
<fieldset class="field"><legend>结果怎样给您<span class="req">必填</span></legend>
{{#DELIVERY_HELP_SHOWN}}<p class="field-help">{{DELIVERY_HELP}}</p>{{/DELIVERY_HELP_SHOWN}}
<div class="choices">{{#DELIVERY}}<label class="choice"><input type="radio" name="result-delivery" value="{{DELIVERY_KEY}}"{{#DELIVERY_ON}} checked{{/DELIVERY_ON}}><span>{{DELIVERY_NAME}}</span></label>
{{/DELIVERY}}</div></fieldset></section>{{/DELIVERIES}}
<p class="saved-line" role="status" data-saved data-state="{{SAVED_STATE}}">{{SAVED_SAY}}</p>
<p class="btn-row"><button class="btn" type="submit" data-busy="正在保存…">保存，下一步</button> <button class="btn btn-second" type="submit" name="go-on" value="later" data-busy="正在保存…">先存着，以后再填</button></p>
</form>
{{#MAY_DISCARD}}<p class="hint"><a href="{{PAGE}}/discard">不办了，删除这份草稿</a></p>{{/MAY_DISCARD}}
