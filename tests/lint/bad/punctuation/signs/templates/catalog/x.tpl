{{%AUTOESCAPE context="HTML"}}<p>请稍后再试,谢谢。</p> BAD
<p>请稍后再试，谢谢。A, B</p>
