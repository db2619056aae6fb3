{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk/ratings">差评整改</a></li><li aria-current="page">评价审核</li></ol></nav>
<h1>评价审核</h1>
<p class="lead">这些评价公开或者计入以前，先由人看一遍。只看是不是辱骂、是不是泄露别人的信息、是不是刷评；批评得重，不是不公开的理由。</p>
{{>FORM_ERRORS}}
{{#ROW}}<section class="rate-review" aria-label="评价 {{RATING_ID}}"><p><span class="tag rate-tag-{{LEVEL}}">{{LEVEL_NAME}}</span> {{NAME}}　{{WHERE}}　{{GIVEN_DAY}}</p><p class="hint">需要审核，因为：{{WHY}}</p>
{{#TEXT_SHOWN}}<h2>原话</h2><blockquote class="rate-words">{{TEXT}}</blockquote><h2>公开时显示</h2><blockquote class="rate-words">{{TEXT_PUBLIC}}</blockquote>{{/TEXT_SHOWN}}
<form method="post" action="/desk/ratings/review" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="rating" value="{{RATING_ID}}">
<fieldset class="field{{#WORDS_WRONG}} is-wrong{{/WORDS_WRONG}}"><legend>文字</legend>{{#WORDS_WRONG}}<p class="field-wrong" id="f-words">{{WORDS_MESSAGE}}</p>{{/WORDS_WRONG}}<label class="choice"><input type="radio" name="words" value="public"{{#PUBLIC_ON}} checked{{/PUBLIC_ON}}><span>公开（遮盖后的）</span></label><label class="choice"><input type="radio" name="words" value="withheld"{{#WITHHELD_ON}} checked{{/WITHHELD_ON}}><span>不公开</span></label></fieldset>
<fieldset class="field{{#COUNTS_WRONG}} is-wrong{{/COUNTS_WRONG}}"><legend>评价</legend>{{#COUNTS_WRONG}}<p class="field-wrong" id="f-counts">{{COUNTS_MESSAGE}}</p>{{/COUNTS_WRONG}}<label class="choice"><input type="radio" name="counts" value="yes"{{#YES_ON}} checked{{/YES_ON}}><span>计入</span></label><label class="choice"><input type="radio" name="counts" value="no"{{#NO_ON}} checked{{/NO_ON}}><span>不计入</span></label></fieldset>
<div class="field{{#NOTE_WRONG}} is-wrong{{/NOTE_WRONG}}"><label for="f-note-{{RATING_ID}}">理由</label>{{#NOTE_WRONG}}<p class="field-wrong" id="f-note">{{NOTE_MESSAGE}}</p>{{/NOTE_WRONG}}<textarea id="f-note-{{RATING_ID}}" name="note" rows="2" maxlength="300">{{NOTE_VALUE:p}}</textarea></div>
<button class="btn" type="submit">审核</button></form></section>
{{/ROW}}
{{#EMPTY}}<div class="empty"><p>没有要审核的评价。</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="/desk/ratings/review?after={{AFTER}}">更多</a></nav>{{/NEXT}}
