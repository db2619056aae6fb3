{{%AUTOESCAPE context="HTML"}}{{#STAFF_WAY}}<p class="btn-row no-print"><a class="btn" href="/desk/complaints/{{NUMBER}}">工作人员：到办件台打开</a></p>
{{/STAFF_WAY}}{{#SAY_SHOWN}}<div class="note note-warn" role="alert" tabindex="-1" data-focus><p>{{SAY}}</p></div>{{/SAY_SHOWN}}
<article class="sheet receipt">
<header class="sheet-head"><img src="/static/icons/seal.svg" alt=""><div><p class="sheet-centre">{{CENTRE}}</p><h1 class="sheet-title">{{KIND_NAME}}回执</h1></div></header>
<div class="receipt-id">
<dl class="receipt-no">
<dt>编号</dt><dd class="num-big">{{NUMBER}}</dd>
<dt>查询码</dt><dd class="num-big">{{CODE}}</dd>
<dt>收到</dt><dd class="num">{{AT}}</dd>
<dt>最晚答复</dt><dd class="num">{{DUE}}</dd>
</dl>
<figure class="qr">{{>QR}}<figcaption>手机扫一扫，看进度</figcaption></figure>
</div>
{{#NAMELESS}}<p class="hint">您没有留姓名：编号和查询码只有您有，丢了我们也找不回来，请记好。用公用电脑的，看完请关掉浏览器。</p>{{/NAMELESS}}
<section class="now-box" aria-labelledby="now-h"><span class="tag state-{{STATE_KEY}}">{{STATE_NAME}}</span><h2 id="now-h">{{HEADLINE}}</h2></section>
{{#REPLY_SHOWN}}<section aria-labelledby="reply-h"><h2 id="reply-h">书面答复</h2><p class="num">{{REPLY_NO}}　{{REPLY_AT}}</p><p><b>{{FINDING_NAME}}</b></p><p class="voice-text">{{REPLY}}</p></section>{{/REPLY_SHOWN}}{{#LETTER}}<p class="no-print"><a href="{{LETTER_URL}}">投诉处理书 {{REPLY_NO}}</a> <span class="hint">{{ISSUED_DAY}}，可以打印、下载 PDF</span></p>
{{/LETTER}}
<section aria-labelledby="facts-h"><h2 id="facts-h">反映的内容</h2>
<dl class="facts">
<div><dt>类别</dt><dd>{{KIND_NAME}}</dd></div>
{{#ABOUT_SHOWN}}<div><dt>关于</dt><dd>{{ABOUT_NAME}}　{{ABOUT_TEXT}}</dd></div>{{/ABOUT_SHOWN}}
{{#FAULT_SHOWN}}<div><dt>情形</dt><dd>{{FAULT_NAME}}</dd></div>{{/FAULT_SHOWN}}
{{#UNIT_SHOWN}}<div><dt>由谁办理</dt><dd>{{UNIT_NAME}}　<span class="hint">{{LEVEL_NAME}}</span></dd></div>{{/UNIT_SHOWN}}
<div><dt>怎样反映的</dt><dd>{{CHANNEL}}</dd></div>
</dl><p class="voice-text">{{FACTS}}</p>
{{#PROVISIONAL}}<p class="hint">下一年的放假安排还没有公布，日期先按周末推算，公布后可能会变。</p>{{/PROVISIONAL}}</section>
{{#PHONE_GIVEN}}<footer class="receipt-foot"><p>{{CENTRE}}　电话 <span class="num">{{CENTRE_PHONE}}</span></p></footer>{{/PHONE_GIVEN}}
</article>
<div class="voice-acts no-print">{{>ACTS}}</div>
{{#ATTACH}}<section class="no-print" aria-labelledby="files-h"><h2 id="files-h">照片和文件</h2>
<form class="upload-drop" method="post" enctype="multipart/form-data" action="/complain/file/{{TOKEN}}">
<input type="hidden" name="csrf" value="{{CSRF}}">
<label class="field-label" for="f-file">加照片或者文件</label>
<p class="field-help" id="f-file-help">{{KINDS}}，每个不超过 {{MAX_SIZE}}，最多 9 个。不留姓名的，文件名不会保存；照片里如果带有拍摄地点，我们会去掉。PDF 等文件里如果写着您的名字，请自己先去掉。</p>
<input type="file" id="f-file" name="file" accept="{{ACCEPT}}" aria-describedby="f-file-help" multiple>
<p class="btn-row"><button class="btn btn-second" type="submit" data-busy="正在上传…">上传</button></p>
</form></section>{{/ATTACH}}
<ul class="file-rows">{{#FILE}}<li class="file-row"><a class="file-name" href="{{FILE_URL}}">{{FILE_NAME}}</a><span class="file-meta">{{FILE_SIZE}}</span></li>
{{/FILE}}</ul>
<section aria-labelledby="course-h"><h2 id="course-h">办理经过</h2>
{{>COURSE}}</section>
