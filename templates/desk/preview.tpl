{{%AUTOESCAPE context="HTML"}}<p class="note note-info no-print">预览，还没有发出。《{{DOC_TITLE}}》会这样印，请核对后再点右边的按钮。</p>
{{>DOCUMENT}}
