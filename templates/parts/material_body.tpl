{{%AUTOESCAPE context="HTML"}}{{#STATE_SAY_SHOWN}}<p>{{STATE_SAY}}</p>
{{/STATE_SAY_SHOWN}}{{#ORIGIN_SHOWN}}<p class="reuse-from">{{ORIGIN}}</p>
{{/ORIGIN_SHOWN}}{{#FILES}}<ul class="file-rows">
{{#FILE}}<li class="file-row">
<a class="file-name" href="/file/{{FILE_ID}}">{{FILE_NAME}}</a>
<span class="file-meta num">{{FILE_SIZE}}，{{FILE_TIME}} 上传{{#ORIGIN_SHOWN}}；{{ORIGIN}}{{/ORIGIN_SHOWN}}</span>
{{#FILE_ACTS}}<span class="file-acts"><form method="post" action="/upload/{{CASE_KEY}}/{{KEY}}/{{FILE_ID}}/remove"><input type="hidden" name="csrf" value="{{CSRF}}">{{#BACK_SHOWN}}<input type="hidden" name="back" value="{{BACK}}">{{/BACK_SHOWN}}<button class="btn btn-link btn-small" type="submit">删除<span class="visually-hidden">{{FILE_NAME}}</span></button></form></span>
<details class="file-swap"><summary>换一个文件<span class="visually-hidden">：{{FILE_NAME}}</span></summary><form method="post" enctype="multipart/form-data" action="/upload/{{CASE_KEY}}/{{KEY}}"><input type="hidden" name="csrf" value="{{CSRF}}">{{#BACK_SHOWN}}<input type="hidden" name="back" value="{{BACK}}">{{/BACK_SHOWN}}<input type="hidden" name="replaces" value="{{FILE_ID}}"><label class="field-label" for="f-swap-{{FILE_ID}}">选择新文件，原来的会换下来</label><input type="file" id="f-swap-{{FILE_ID}}" name="file" accept="{{ACCEPT}}"><button class="btn btn-second btn-small" type="submit">换上</button></form></details>{{/FILE_ACTS}}
</li>
{{/FILE}}</ul>
{{/FILES}}{{#OFFERS}}<div class="reuse"><p class="field-label">您以前交过或者领过，可以直接用，不用再交：</p>
{{#OFFER}}<form method="post" action="{{CHOOSE_URL}}/{{KEY}}/reuse"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="certificate" value="{{OFFER_CERTIFICATE}}"><input type="hidden" name="file" value="{{OFFER_FILE}}"><p><b>{{OFFER_NAME}}</b><br><span class="hint">{{OFFER_SAY}}</span></p><button class="btn btn-small" type="submit">就用这一份<span class="visually-hidden">：{{OFFER_NAME}}</span></button></form>
{{/OFFER}}</div>
{{/OFFERS}}{{#UPLOAD}}<form class="upload-drop" method="post" enctype="multipart/form-data" action="/upload/{{CASE_KEY}}/{{KEY}}" data-upload="m-{{KEY}}" data-max-bytes="{{MAX_BYTES}}">
<input type="hidden" name="csrf" value="{{CSRF}}">{{#BACK_SHOWN}}<input type="hidden" name="back" value="{{BACK}}">{{/BACK_SHOWN}}
<label class="field-label" for="f-m-{{KEY}}">{{UPLOAD_LABEL}}</label>
<p class="field-help" id="f-m-{{KEY}}-help">{{KINDS}}，每个不超过 {{MAX_SIZE}}，最多 {{MAX_FILES}} 个。可以一次选几个。</p>
<input type="file" id="f-m-{{KEY}}" name="file" accept="{{ACCEPT}}" aria-describedby="f-m-{{KEY}}-help" multiple>
<button class="btn btn-second btn-small" type="submit">上传</button>
</form>
{{/UPLOAD}}{{#CHOICES}}<div class="upload-other"><p class="field-label">{{CHOICES_LEAD}}</p>
{{#CHOICE}}<form method="post" action="{{CHOOSE_URL}}/{{KEY}}"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="state" value="{{CHOICE_STATE}}"><button class="btn btn-second btn-small" type="submit">{{CHOICE_LABEL}}</button>{{#CHOICE_HELP_SHOWN}}<span class="choice-help">{{CHOICE_HELP}}</span>{{/CHOICE_HELP_SHOWN}}</form>
{{/CHOICE}}</div>
{{/CHOICES}}
