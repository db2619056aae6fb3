{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/account">我的办件</a></li><li><a href="/account/certificates">我的证照</a></li><li aria-current="page">{{NAME}}</li></ol></nav>
{{#IS_VOID}}<div class="note note-warn no-print"><p>这份证照已经被撤销，不能再用。</p></div>{{/IS_VOID}}
<p class="btn-row no-print"><button class="btn" type="button" data-print hidden>打印</button> <a class="btn btn-second" href="/account/certificates">返回我的证照</a></p>
{{>DOCUMENT}}
