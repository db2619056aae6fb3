{{%AUTOESCAPE context="HTML"}}<article class="confirm">
<h1>有文件没有传上去</h1>
<p class="lead">材料：{{NAME}}</p>
<ul class="file-rows">
{{#REFUSED}}<li class="file-row is-wrong"><span class="file-name">{{FILE_NAME}}</span><p class="field-wrong">{{MESSAGE}}</p></li>
{{/REFUSED}}{{#TAKEN}}<li class="file-row"><span class="file-name">{{FILE_NAME}}</span><span class="file-meta">已经传好</span></li>
{{/TAKEN}}</ul>
<form class="upload-drop" method="post" enctype="multipart/form-data" action="{{ACTION}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="back" value="{{BACK}}">
<label class="field-label" for="f-again">换一个文件再传</label>
<p class="field-help" id="f-again-help">{{KINDS}}，每个不超过 {{MAX_SIZE}}。</p>
<input type="file" id="f-again" name="file" accept="{{ACCEPT}}" aria-describedby="f-again-help" multiple>
<p class="btn-row"><button class="btn" type="submit">上传</button> <a class="btn btn-second" href="{{BACK}}#m-{{KEY}}">回到材料</a></p>
</form>
</article>
