{{%AUTOESCAPE context="HTML"}}<p class="btn-row no-print"><button class="btn" type="button" data-print hidden>打印</button> <a class="btn btn-second" href="/desk/complaints/{{NUMBER}}">返回</a></p>
<article class="sheet receipt">
<header class="sheet-head"><img src="/static/icons/seal.svg" alt=""><div><p class="sheet-centre">{{CENTRE_NAME}}</p><h1 class="sheet-title">{{KIND_NAME}}回执</h1></div></header>
<div class="receipt-id">
<dl class="receipt-no">
<dt>编号</dt><dd class="num-big">{{NUMBER}}</dd>
<dt>查询码</dt><dd class="num-big">{{CODE}}</dd>
<dt>收到</dt><dd class="num">{{AT}}</dd>
<dt>最晚答复</dt><dd class="num">{{DUE}}</dd>
</dl>
<figure class="qr">{{>QR}}<figcaption>手机扫一扫，看进度</figcaption></figure>
</div>
<h2>反映的内容</h2><p class="voice-text">{{FACTS}}</p>
<p>查进度、看答复、加照片和文件：扫二维码，或者打开 <span class="num">{{PROGRESS_URL}}</span>，输入编号和查询码。对答复不满意的，可以在进度页上写明理由，由上一级再办。</p>
{{#PHONE_GIVEN}}<footer class="receipt-foot"><p>{{CENTRE_NAME}}　电话 <span class="num">{{CENTRE_PHONE}}</span></p></footer>{{/PHONE_GIVEN}}
</article>
