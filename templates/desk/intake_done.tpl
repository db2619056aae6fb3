{{%AUTOESCAPE context="HTML"}}<div class="note note-ok no-print" role="status" tabindex="-1" data-focus><p><strong>已经收件，编号 <span class="num">{{SHORT_NO}}</span>。</strong>请打印下面的凭证，盖章后交给{{APPLICANT}}。{{#HAS_ACCOUNT}}他在网上“我的办件”里已经能看到。{{/HAS_ACCOUNT}}</p></div>
<p class="btn-row no-print"><button class="btn" type="button" data-print hidden>打印收件凭证</button> <a class="btn btn-second" href="/desk/case/{{SHORT_NO}}">下一步：审核材料</a> <a class="btn btn-second" href="/desk/intake?channel={{CHANNEL_KEY:u}}">再收一件</a></p>
{{>DOCUMENT}}
