{{%AUTOESCAPE context="HTML"}}<h1>{{#FIRST}}请您评价{{/FIRST}}{{#GIVEN}}您的评价{{/GIVEN}}{{#TOO_LATE}}评价已经截止{{/TOO_LATE}}</h1>
<p class="rate-what"><b>{{NAME}}</b><br>{{WHERE}}<br><span class="hint">{{KIND_NAME}}　{{SERVED}}</span></p>
{{#TOO_LATE}}<div class="note"><p>这次服务的评价时间已经过了。没有评就是没有评，不会替您算作满意。</p></div>{{/TOO_LATE}}
{{#GIVEN}}<section class="rate-given" aria-labelledby="given-h"><h2 id="given-h" class="visually-hidden">您评的是</h2>
<p class="rate-level rate-level-{{LEVEL}}">{{LEVEL_NAME}}</p>
{{#TAGS_SHOWN}}<p>{{TAGS}}</p>{{/TAGS_SHOWN}}{{#TEXT_SHOWN}}<blockquote class="rate-words">{{TEXT}}</blockquote>{{/TEXT_SHOWN}}
<p class="hint">{{WHO}}。{{#CONTACT_SHOWN}}您留了联系方式，只有处理的人看得到。{{/CONTACT_SHOWN}}{{#WAITS}}这条评价要先由工作人员看过，再公开。{{/WAITS}}</p></section>{{/GIVEN}}
{{#ORDER}}<section class="rate-order" aria-labelledby="order-h"><h2 id="order-h">处理情况</h2>
<dl class="facts"><div><dt>编号</dt><dd class="num">{{NUMBER}}</dd></div><div><dt>进展</dt><dd>{{STATE_NAME}}</dd></div>{{#HANDLER_SHOWN}}<div><dt>由谁办理</dt><dd>{{HANDLER}}（不是您评价的人）</dd></div>{{/HANDLER_SHOWN}}{{#RECTIFY_SHOWN}}<div><dt>承诺整改完成</dt><dd>{{RECTIFY_BY}}</dd></div>{{/RECTIFY_SHOWN}}</dl>
{{#REPLY_SHOWN}}<h3>给您的答复</h3><blockquote class="rate-words">{{REPLY}}</blockquote>{{/REPLY_SHOWN}}</section>{{/ORDER}}
{{#FORM}}{{>FORM_ERRORS}}
{{#CHANGE}}<details class="rate-more rate-change"{{#CHANGE_OPEN}} open{{/CHANGE_OPEN}}><summary>修改评价</summary>{{/CHANGE}}
<form class="rate-form" method="post" action="/rate/{{TOKEN}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="via" value="{{VIA_VALUE}}">
<fieldset class="rate-levels{{#LEVEL_WRONG}} is-wrong{{/LEVEL_WRONG}}" id="f-level" tabindex="-1"><legend>{{QUESTION}}</legend>
{{#LEVEL_WRONG}}<p class="field-wrong">{{LEVEL_MESSAGE}}</p>{{/LEVEL_WRONG}}
{{#LEVEL_ROW}}<label class="rate-choice rate-choice-{{LEVEL}}"><input type="radio" name="level" value="{{LEVEL}}"{{#LEVEL_ON}} checked{{/LEVEL_ON}} required><span>{{LEVEL_NAME}}</span></label>
{{/LEVEL_ROW}}</fieldset>
<button class="btn btn-wide" type="submit" data-busy="正在提交…">{{SEND}}</button>
<details class="rate-more"{{#OPEN}} open{{/OPEN}}><summary>再说几句（可以不填）</summary>
{{#TAG_GROUP}}<fieldset class="rate-tags"><legend>{{TAG_GROUP_NAME}}</legend>{{#TAG_ROW}}<label class="choice"><input type="checkbox" name="tag.{{TAG_KEY}}" value="1"{{#TAG_ON}} checked{{/TAG_ON}}><span>{{TAG_NAME}}</span></label>
{{/TAG_ROW}}</fieldset>
{{/TAG_GROUP}}<div class="field{{#TEXT_WRONG}} is-wrong{{/TEXT_WRONG}}"><label for="f-text">想说的话</label>
<p class="field-help" id="f-text-help">不超过500字。请不要写证件号、电话和别人的姓名；公开以前，我们会遮住这些内容。</p>
{{#TEXT_WRONG}}<p class="field-wrong">{{TEXT_MESSAGE}}</p>{{/TEXT_WRONG}}
<textarea id="f-text" name="text" rows="4" maxlength="500" aria-describedby="f-text-help">{{TEXT_VALUE:p}}</textarea></div>
<div class="field{{#CONTACT_WRONG}} is-wrong{{/CONTACT_WRONG}}"><label for="f-contact">联系电话</label>
<p class="field-help" id="f-contact-help">想让我们打电话给您，才要填。只有处理的人看得到。</p>
{{#CONTACT_WRONG}}<p class="field-wrong">{{CONTACT_MESSAGE}}</p>{{/CONTACT_WRONG}}
<input type="tel" id="f-contact" name="contact" class="w-m num" value="{{CONTACT_VALUE}}" maxlength="40" autocomplete="tel" aria-describedby="f-contact-help"></div>
{{#NAMED_OFFERED}}<label class="choice"><input type="checkbox" name="named" value="1"{{#NAMED_ON}} checked{{/NAMED_ON}}><span>留下姓名（公开时只显示姓，例如“张*”）</span></label>{{/NAMED_OFFERED}}
<button class="btn btn-second btn-wide" type="submit" data-busy="正在提交…">{{SEND}}</button>
</details>
<p class="hint">{{#UNTIL_RATE}}{{UNTIL}}以前都可以评。{{/UNTIL_RATE}}{{#UNTIL_CHANGE}}{{UNTIL}}以前可以修改。{{/UNTIL_CHANGE}}不留姓名，就不会记下您是谁。被评价的人看不到是谁评的，也不能删改、拖延。不满意的，由别人来核实，5个工作日内答复。</p>
</form>{{#CHANGE}}</details>{{/CHANGE}}{{/FORM}}
<p><a href="/rate">看大家的评价</a></p>
