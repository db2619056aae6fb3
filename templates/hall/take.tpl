{{%AUTOESCAPE context="HTML"}}<div class="kiosk" data-hall="kiosk">
<header class="kiosk-head"><p class="kiosk-centre">{{CENTRE}}</p><h1>请取号</h1></header>
{{>FORM_ERRORS}}
<form method="post" action="/hall/take" class="kiosk-scan" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="key" value="{{TAKE_KEY}}">
<h2>已经预约了的，扫预约的二维码</h2>
<p class="hint">过号了，也在这里扫号票。没有二维码，就输入预约号。</p>
<div class="kiosk-code"><label class="visually-hidden" for="f-code">预约的二维码、预约号，或者号票上的号</label><input type="text" id="f-code" name="code" value="{{CODE_VALUE}}" maxlength="300" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="扫码，或输入预约号" autofocus><button class="btn" type="submit">取号</button></div>
</form>
<form method="post" action="/hall/take" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="key" value="{{TAKE_KEY}}">
<fieldset class="kiosk-who"><legend>没有预约的：您是不是优先照顾的人？</legend>
<label class="choice"><input type="radio" name="priority" value="none" checked><span>不是</span></label>
<label class="choice"><input type="radio" name="priority" value="senior"{{#PRIORITY_IS_SENIOR}} checked{{/PRIORITY_IS_SENIOR}}><span>60 岁以上</span></label>
<label class="choice"><input type="radio" name="priority" value="disabled"{{#PRIORITY_IS_DISABLED}} checked{{/PRIORITY_IS_DISABLED}}><span>残疾人</span></label>
<label class="choice"><input type="radio" name="priority" value="pregnant"{{#PRIORITY_IS_PREGNANT}} checked{{/PRIORITY_IS_PREGNANT}}><span>孕妇</span></label></fieldset>
<h2 id="f-group" tabindex="-1">您来办什么？按一下，就出号</h2>
<div class="kiosk-groups">
{{#GROUP}}<button class="kiosk-group" type="submit" name="group" value="{{CODE}}"><b class="kiosk-letter num">{{CODE}}</b><span class="kiosk-what"><strong>{{NAME}}</strong> <span class="kiosk-summary">{{SUMMARY}}</span></span><span class="kiosk-wait">等候 {{HOW_MANY}} 人<br>{{WAIT}}</span></button>
{{/GROUP}}</div>
</form>
<p class="kiosk-help">不知道选哪一个，请找导办人员，或者选“咨询帮办”。</p>
</div>
