{{%AUTOESCAPE context="HTML"}}<!-- BAD: ctemplate says so too, without a line -->
<p class="a {{CLASS}}" hidden>a = b, it's "text"</p>
<a href={{URL}}>BAD</a>
<a href='{{URL}}'>BAD</a>
<a href="javascript:go()">BAD</a>
<p style="color:red">BAD</p>
<button type="button" onclick="go()">BAD</button>
<input value="{{V}}" {{#ON}}checked{{/ON}}>
<script src="/s/portal.js" defer></script>
<script src="/s/a.js">
go() // BAD
</script>
<script>go()</script> <!-- BAD -->
<style>p {}</style> <!-- BAD -->
<p
	class=BAD
	id="y">see above</p>
<!-- <p class=x> in a comment is none -->
<textarea id="y" {{#ON}}class="on"{{/ON}}>{{V:p}}</textarea>
<textarea id="z" {{#ON}}class="on"{{/ON}}>{{V}}</textarea> BAD
<pre>{{V}}</pre> BAD
