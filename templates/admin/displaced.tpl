{{%AUTOESCAPE context="HTML"}}{{#NOBODY}}<p>没有人约了这些时间，不影响任何人。</p>{{/NOBODY}}
{{#SOMEBODY}}<p><strong>影响 <span class="num">{{PEOPLE}}</span> 个预约{{#OR_MORE}}，或者更多{{/OR_MORE}}。</strong>确认以后约一分钟，这些人会收到短信；系统给每个人留一个最近的空时间，由本人确认或者另选。原来的预约一直查得到。</p>
<details open><summary>给谁发短信</summary>
<table class="table table-cards"><caption class="visually-hidden">受影响的预约，姓名只显示一部分</caption><thead><tr><th scope="col">编号</th><th scope="col">时间</th><th scope="col">办什么</th><th scope="col">谁</th></tr></thead><tbody>{{#PERSON}}<tr><th class="card-title num" scope="row" data-label="编号">{{PERSON_NO}}</th><td data-label="时间">{{PERSON_WHEN}}</td><td data-label="办什么">{{PERSON_WHAT}}</td><td data-label="谁">{{PERSON_NAME}}</td></tr>
{{/PERSON}}</tbody></table>{{#MORE}}<p class="hint">这里只列前 50 个。</p>{{/MORE}}</details>
<p>短信是这样写的（以第一个人为例，后面附预约的地址）：</p>
<blockquote class="hall-message"><p>{{MESSAGE}}</p></blockquote>{{/SOMEBODY}}
