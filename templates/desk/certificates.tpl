{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置"><ol><li><a href="/desk">待办件</a></li><li aria-current="page">查证照</li></ol></nav>
<h1>查证照</h1>
<form class="search" method="get" action="/desk/certificates" role="search">
<label class="visually-hidden" for="f-q">证照编号，或持证人的证件号码</label>
<input type="search" id="f-q" name="q" value="{{QUERY}}" maxlength="200" placeholder="证照编号，或持证人的证件号码">
<button class="btn" type="submit">查找</button>
</form>
<p class="hint">按证件号码查找会留下记录。</p>
{{#TABLE}}<table class="table table-cards"><caption class="visually-hidden">找到的证照</caption><thead><tr><th scope="col">证照</th><th scope="col">持证人</th><th scope="col">发证机关</th><th scope="col">有效期</th><th scope="col">状态</th><th scope="col">办件</th></tr></thead><tbody>
{{#ROW}}<tr><th class="card-title" scope="row" data-label="证照"><span>{{NAME}}<br><span class="num">{{NUMBER}}</span></span></th><td data-label="持证人">{{HOLDER}}</td><td data-label="发证机关">{{DEPT_NAME}}</td><td data-label="有效期">{{LIFE_SPAN}}</td><td data-label="状态"><span class="tag {{TAG_CLASS}}">{{TAG}}</span>{{#LIFE_SAID}}<br><span class="hint">{{LIFE_SAY}}</span>{{/LIFE_SAID}}</td><td data-label="办件"><a class="num" href="/desk/case/{{SHORT_NO}}/documents/{{DOCUMENT_ID}}">{{SHORT_NO}}</a></td></tr>
{{/ROW}}</tbody></table>{{/TABLE}}
{{#EMPTY}}<div class="empty"><p>证照库里没有查到。</p><p class="hint">请核对编号；按证件号码查找时，要输入完整的号码。</p></div>{{/EMPTY}}
