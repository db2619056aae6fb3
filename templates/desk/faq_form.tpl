{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li><a href="/desk/faq">常见问题</a></li><li aria-current="page">起草</li></ol></nav>
<h1>写成常见问题</h1>
<p class="lead">事项：{{NAME}}。公布在办事指南上，谁都能看到：请改成一般的说法，不要留任何人的姓名、号码、地址。</p>
{{>FORM_ERRORS}}
<form class="sign sign-wide" method="post" action="{{ACTION}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field{{#QUESTION_WRONG}} is-wrong{{/QUESTION_WRONG}}"><label for="f-question">问题<span class="req">必填</span></label>{{#QUESTION_WRONG}}<p class="field-wrong">{{QUESTION_MESSAGE}}</p>{{/QUESTION_WRONG}}<input type="text" id="f-question" name="question" value="{{QUESTION_VALUE}}" maxlength="200" required></div>
<div class="field{{#ANSWER_WRONG}} is-wrong{{/ANSWER_WRONG}}"><label for="f-answer">答案<span class="req">必填</span></label>{{#ANSWER_WRONG}}<p class="field-wrong">{{ANSWER_MESSAGE}}</p>{{/ANSWER_WRONG}}<textarea id="f-answer" name="answer" rows="7" maxlength="1500" required>{{ANSWER_VALUE:p}}</textarea></div>
<button class="btn" type="submit">交给别人审核</button>
</form>
