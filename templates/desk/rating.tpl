{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk/ratings">差评整改</a></li><li aria-current="page">{{NUMBER}}</li></ol></nav>
<h1><span class="num">{{NUMBER}}</span></h1>
<p><span class="tag tag-wait">{{STATE_NAME}}</span>{{#COMPLEX}} <span class="tag tag-plain">复杂</span>{{/COMPLEX}}　办理人：{{HANDLER}}</p>
{{>FORM_ERRORS}}
<section aria-labelledby="said-h"><h2 id="said-h">评价</h2>
<p><span class="tag rate-tag-{{LEVEL}}">{{LEVEL_NAME}}</span> {{NAME}}　{{WHERE}}　{{KIND_NAME}}　{{GIVEN_DAY}}</p>
{{#TAGS_SHOWN}}<p>{{TAGS}}</p>{{/TAGS_SHOWN}}{{#TEXT_SHOWN}}<blockquote class="rate-words">{{TEXT}}</blockquote>{{/TEXT_SHOWN}}
<p class="hint">评价人：{{AUTHOR}}。{{#CONTACT_NONE}}没有留联系方式：评价人在自己评价的页面上看答复，联系情况照实登记。{{/CONTACT_NONE}}评价的原话只给办理的人看，不要转给被评价的人。</p>
{{#OUT}}<div class="note note-warn"><p>不计入：{{OUT_REASON}}</p></div>{{/OUT}}
{{#REVEALED}}<div class="note note-ok" role="status"><p>联系方式：<b class="num">{{REVEALED_VALUE}}</b></p></div>{{/REVEALED}}
{{#REVEAL}}<form class="filters" method="post" action="/desk/ratings/{{NUMBER}}/reveal" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><div class="field"><label for="f-why">查看联系方式的理由（会留下记录）</label><input type="text" id="f-why" name="why" value="{{WHY_VALUE}}" maxlength="200" class="w-l" required></div><button class="btn btn-second" type="submit">查看联系方式</button></form>{{/REVEAL}}
{{#AGAIN}}<p><b>再次评价：</b><span class="tag rate-tag-{{LEVEL}}">{{LEVEL_NAME}}</span>　{{GIVEN_DAY}}</p>{{#TEXT_SHOWN}}<blockquote class="rate-words">{{TEXT}}</blockquote>{{/TEXT_SHOWN}}{{/AGAIN}}
{{#REPLY_SHOWN}}<h3>已经答复</h3><blockquote class="rate-words">{{REPLY}}</blockquote>{{/REPLY_SHOWN}}</section>
<section aria-labelledby="clock-h"><h2 id="clock-h">期限</h2><table class="table table-cards"><caption class="visually-hidden">各步的期限</caption><thead><tr><th scope="col">要做的</th><th scope="col">最后一天</th><th scope="col">情况</th></tr></thead><tbody>
{{#CLOCK}}<tr><th scope="row" class="card-title" data-label="要做的">{{CLOCK_NAME}}</th><td data-label="最后一天">{{DUE}}{{#PROVISIONAL}}（暂定）{{/PROVISIONAL}}</td><td data-label="情况">{{#DUE_SHOWN}}<span class="due {{DUE_CLASS}}">{{DUE_SAY}}</span>{{/DUE_SHOWN}}{{#ENDED}}{{ENDED_DAY}}完成{{/ENDED}}{{#ENDED_LATE}}<b>{{ENDED_DAY}}完成，超期</b>{{/ENDED_LATE}}</td></tr>
{{/CLOCK}}</tbody></table></section>
<section aria-labelledby="next-h"><h2 id="next-h">办理</h2>
{{#ACT_NONE}}<p class="hint">现在没有要您办的。</p>{{/ACT_NONE}}
{{#ACT}}<details class="rate-act"{{#OPEN}} open{{/OPEN}}><summary>{{ACT_LABEL}}</summary><form method="post" action="/desk/ratings/{{NUMBER}}" novalidate><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="act" value="{{ACT_KEY}}"><input type="hidden" name="version" value="{{VERSION}}">
{{#ASK_HANDLER}}<div class="field"><label for="f-handler-{{ACT_KEY}}">办理人</label><select id="f-handler-{{ACT_KEY}}" name="handler"><option value="">请选择</option>{{#OPTION}}<option value="{{OPTION_VALUE}}"{{#OPTION_ON}} selected{{/OPTION_ON}}>{{OPTION_NAME}}</option>{{/OPTION}}</select></div>{{/ASK_HANDLER}}
{{#ASK_FINDING}}<fieldset class="field"><legend>核实的结果</legend><label class="choice"><input type="radio" name="finding" value="true"{{#FINDING_IS_TRUE}} checked{{/FINDING_IS_TRUE}}><span>属实</span></label><label class="choice"><input type="radio" name="finding" value="partly"{{#FINDING_IS_PARTLY}} checked{{/FINDING_IS_PARTLY}}><span>部分属实</span></label><label class="choice"><input type="radio" name="finding" value="untrue"{{#FINDING_IS_UNTRUE}} checked{{/FINDING_IS_UNTRUE}}><span>不属实</span></label></fieldset>{{/ASK_FINDING}}
{{#ASK_DATE}}<div class="field"><label for="f-date-{{ACT_KEY}}">整改完成的期限（工作日，60天以内）</label><input type="date" id="f-date-{{ACT_KEY}}" name="date" value="{{DATE_VALUE}}"></div>{{/ASK_DATE}}
{{#ASK_WORDS}}<div class="field"><label for="f-words-{{ACT_KEY}}">情况和理由（只给办理的人看）</label><textarea id="f-words-{{ACT_KEY}}" name="words" rows="3" maxlength="1000">{{WORDS:p}}</textarea></div>{{/ASK_WORDS}}
{{#ASK_REPLY}}<div class="field"><label for="f-reply-{{ACT_KEY}}">给评价人的答复（评价人看得到，并公开；不要写个人信息）</label><textarea id="f-reply-{{ACT_KEY}}" name="reply" rows="4" maxlength="1000">{{REPLY:p}}</textarea></div>{{/ASK_REPLY}}
<button class="btn" type="submit" data-busy="正在保存…">{{ACT_LABEL}}</button></form></details>
{{/ACT}}</section>
<section aria-labelledby="trail-h"><h2 id="trail-h">经过</h2>
{{#STEPS_NONE}}<p class="hint">还没有人办理。</p>{{/STEPS_NONE}}
<ol class="rate-trail">{{#STEP}}<li><b>{{DID}}</b>　{{WHO}}　<span class="hint">{{AT}}</span>{{#WORDS_SHOWN}}<br>{{WORDS}}{{/WORDS_SHOWN}}</li>
{{/STEP}}</ol></section>
