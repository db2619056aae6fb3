{{%AUTOESCAPE context="HTML"}}{{>STEPS}}
<p>一份一份地登记：纸质的怎么处理的，点一下；再扫描或拍照上传。</p>
<div class="{{LEFT_CLASS}}" id="left" data-refresh><p>{{LEFT_SAY}}</p></div>
<h2 class="visually-hidden">材料清单</h2>
{{#MATERIAL}}<section class="upload" id="m-{{KEY}}" data-state="{{STATE}}" aria-labelledby="m-{{KEY}}-h">
<div class="upload-head"><h3 id="m-{{KEY}}-h">{{SEQ}}. {{NAME}}{{#REQUIRED}}<span class="req">必交</span>{{/REQUIRED}}{{#OPTIONAL}}<span class="opt">选交</span>{{/OPTIONAL}}</h3><span class="tag {{TAG_CLASS}}">{{TAG}}</span></div>
<p class="hint">{{WANTED}}</p>
{{#PAPER}}<form class="held" method="post" action="{{PAGE}}/materials/{{KEY}}"><input type="hidden" name="csrf" value="{{CSRF}}">
<fieldset><legend class="field-label">纸质的</legend>{{#HELD}}{{#HELD_ON}}<button class="btn btn-small" type="submit" name="held" value="{{HELD_KEY}}" aria-pressed="true">{{HELD_NAME}}</button>{{/HELD_ON}}{{#HELD_OFF}}<button class="btn btn-second btn-small" type="submit" name="held" value="{{HELD_KEY}}" aria-pressed="false">{{HELD_NAME}}</button>{{/HELD_OFF}} {{/HELD}}</fieldset></form>
{{/PAPER}}{{#SCAN_FIRST}}<p class="field-wrong">原件已经退还，请扫描上传，才算交了。</p>
{{/SCAN_FIRST}}{{>MATERIAL_BODY}}</section>
{{/MATERIAL}}
<p class="btn-row"><a class="btn" href="{{PAGE}}/check">下一步：核对收件</a> <a class="btn btn-second" href="{{PAGE}}">上一步</a></p>
