{{%AUTOESCAPE context="HTML"}}{{#CHANGE_LIST}}<h2>最近的改动</h2>
<table class="table table-cards"><caption class="visually-hidden">最近的改动，新的在前</caption><thead><tr><th scope="col">时间</th><th scope="col">改了什么</th><th scope="col">谁</th></tr></thead><tbody>{{#CHANGE}}<tr><th class="card-title" scope="row" data-label="时间">{{CHANGE_AT}}</th><td data-label="改了什么">{{CHANGE_WHAT}}</td><td data-label="谁">{{CHANGE_BY}}</td></tr>
{{/CHANGE}}</tbody></table>{{/CHANGE_LIST}}
