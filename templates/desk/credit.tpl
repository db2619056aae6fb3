{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">失信记录</li></ol></nav>
<h1>失信记录和信用修复</h1>
<p class="hint">承诺不实被撤销决定的，记在这里。没有修复以前，这位申请人在本市不能选择告知承诺，也不能容缺后补；一般程序不受影响。</p>
{{#TABLE}}<table class="table table-cards"><caption class="visually-hidden">还没有修复的记录，新的在前</caption><thead><tr><th scope="col">申请人</th><th scope="col">办件</th><th scope="col">记录的理由</th><th scope="col">记录时间</th><th scope="col">操作</th></tr></thead><tbody>
{{#ROW}}<tr><th class="card-title" scope="row" data-label="申请人">{{APPLICANT}} <span class="num">{{APPLICANT_ID}}</span></th><td data-label="办件">{{NAME}}<br><a class="num" href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a><br><span class="hint">{{DEPT_NAME}}</span></td><td data-label="记录的理由">{{REASON}}</td><td data-label="记录时间">{{AT}}</td><td data-label="操作">{{#MAY_REPAIR}}<a href="/desk/credit/{{RECORD_ID}}">登记修复<span class="visually-hidden">：{{SHORT_NO}}</span></a>{{/MAY_REPAIR}}</td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{#EMPTY}}<div class="empty"><p>没有未修复的失信记录。</p></div>{{/EMPTY}}
{{#NEXT}}<nav class="pager" aria-label="翻页"><a class="btn btn-second" rel="next" href="/desk/credit?before={{BEFORE}}">更早的</a></nav>{{/NEXT}}
{{#REPAIRED}}<section aria-labelledby="repaired-h"><h2 id="repaired-h">最近修复的</h2>
<table class="table table-cards"><caption class="visually-hidden">最近修复的记录</caption><thead><tr><th scope="col">申请人</th><th scope="col">办件</th><th scope="col">修复的理由</th><th scope="col">修复时间</th></tr></thead><tbody>
{{#REPAIRED_ROW}}<tr><th class="card-title" scope="row" data-label="申请人">{{APPLICANT}} <span class="num">{{APPLICANT_ID}}</span></th><td data-label="办件">{{NAME}}<br><a class="num" href="/desk/case/{{SHORT_NO}}">{{SHORT_NO}}</a></td><td data-label="修复的理由">{{REPAIR_REASON}}</td><td data-label="修复时间">{{REPAIRED_AT}}<br><span class="hint">{{REPAIRED_BY}}</span></td></tr>
{{/REPAIRED_ROW}}</tbody></table></section>{{/REPAIRED}}
