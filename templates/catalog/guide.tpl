{{%AUTOESCAPE context="HTML"}}<nav class="crumbs" aria-label="当前位置">
<ol><li><a href="/">首页</a></li><li><a href="/matters">办事指南</a></li><li aria-current="page">{{NAME}}</li></ol>
</nav>
<h1>{{NAME}}</h1>
<p class="lead">{{SUMMARY}}</p>
<div class="tags"><span class="tag tag-plain">{{TYPE_NAME}}</span><span class="tag tag-plain">{{KIND_NAME}}</span><span class="tag tag-plain">{{OBJECTS}}</span><span class="tag tag-plain">{{THEME_NAME}}</span></div>
<dl class="big-facts">
<div><dt>承诺办结</dt><dd>{{PROMISED}}</dd></div>
<div><dt>要跑几次</dt><dd>{{VISITS}} 次</dd></div>
<div><dt>收费</dt><dd>{{FEE_SHORT}}</dd></div>
<div><dt>材料</dt><dd>{{MATERIAL_COUNT}} 份</dd></div>
</dl>
{{#RATED_SHOWN}}<p class="guide-rated"><b class="num">{{GOOD}}</b> 的人评了基本满意以上<span class="hint">（最近十二个月 {{RATED}} 条评价；邀请了 {{INVITED}} 次，{{SILENT}} 没有评）</span> <a class="no-print" href="/rate#sums-matter-h">看全部评价</a></p>
{{/RATED_SHOWN}}<div class="guide-go no-print">{{#ONLINE}}<p>可以在网上申请。填到一半会自动保存，换一台手机、电脑也能接着填。</p>
<p class="btn-row"><a class="btn" href="/apply/{{CODE}}">现在申请</a></p>{{/ONLINE}}{{#NOT_ONLINE}}<p>这件事要到窗口办理，地点和时间见下面“在哪里办”。</p>{{/NOT_ONLINE}}{{#BOOKABLE}}<p>要到窗口来的，先约好时间，到了扫码报到，不用从头排队。</p>
<p class="btn-row"><a class="btn btn-second" href="/booking/for/{{CODE}}">预约到窗口办</a></p>{{/BOOKABLE}}</div>
<div class="guide">
<nav class="guide-toc no-print" aria-labelledby="toc-h"><h2 id="toc-h">本页内容</h2><ol>
<li><a href="#g-what">基本信息</a></li><li><a href="#g-scope">谁能办、办什么</a></li><li><a href="#g-docs">申请材料</a></li><li><a href="#g-flow">办理流程</a></li><li><a href="#g-limit">办理时限</a></li><li><a href="#g-fee">收费</a></li><li><a href="#g-result">办理结果</a></li><li><a href="#g-where">在哪里办</a></li><li><a href="#g-review">审查要点</a></li><li><a href="#g-basis">设立依据</a></li><li><a href="#g-faq">常见问题</a></li><li><a href="#g-remedy">监督与救济</a></li></ol></nav>
<div class="guide-body">
<section id="g-what"><h2>基本信息</h2>
<dl class="facts">
<div><dt>事项名称</dt><dd>{{NAME}}</dd></div>
<div><dt>实施编码</dt><dd class="num">{{CODE}}</dd></div>
{{#CATALOG_CODE_SHOWN}}<div><dt>基本编码</dt><dd class="num">{{CATALOG_CODE}}</dd></div>{{/CATALOG_CODE_SHOWN}}
<div><dt>事项类型</dt><dd>{{TYPE_NAME}}</dd></div>
<div><dt>办件类型</dt><dd>{{KIND_NAME}}</dd></div>
<div><dt>服务对象</dt><dd>{{OBJECTS}}</dd></div>
<div><dt>行使层级</dt><dd>{{LEVEL_NAME}}</dd></div>
<div><dt>实施机构</dt><dd>{{BODY_NAME}}{{#BODY_TYPE_SHOWN}}（{{BODY_TYPE}}）{{/BODY_TYPE_SHOWN}}</dd></div>
{{#FACT}}<div><dt>{{FACT_NAME}}</dt><dd>{{FACT_TEXT}}</dd></div>
{{/FACT}}<div><dt>指南版本</dt><dd>第 {{REV_NO}} 版，{{PUBLISHED}}公布</dd></div>
</dl></section>

<section id="g-scope"><h2>谁能办、办什么</h2>
<p>{{SCOPE}}</p>
<h3>办理条件</h3>
<ol class="plain-list">{{#CONDITION}}<li>{{CONDITION_TEXT}}</li>{{/CONDITION}}</ol>
{{#QUANTITY_SHOWN}}<p>数量限制：{{QUANTITY}}</p>{{/QUANTITY_SHOWN}}
{{#RENEWAL_SHOWN}}<h3>到期延续</h3><p>{{RENEWAL}}</p>{{/RENEWAL_SHOWN}}</section>

<section id="g-docs"><h2>申请材料</h2>
<p class="hint">除了下面列出的，我们不会再要别的材料。</p>
{{#MATERIAL}}<article class="guide-material" id="m-{{KEY}}"><h3>{{SEQ}}. {{NAME}}</h3>
<div class="tags"><span class="tag tag-plain">{{NEED_NAME}}</span>{{#WAIVABLE}}<span class="tag tag-plain">可以免交，由系统核验</span>{{/WAIVABLE}}{{#MAY_GAP}}<span class="tag tag-plain">可以后补</span>{{/MAY_GAP}}{{#MAY_PROMISE}}<span class="tag tag-plain">可以承诺代替</span>{{/MAY_PROMISE}}</div>
<dl class="facts">
{{#CONDITION_SHOWN}}<div><dt>什么时候要交</dt><dd>{{CONDITION}}</dd></div>{{/CONDITION_SHOWN}}
<div><dt>形式</dt><dd>{{FORMS}}，{{COPIES}} 份{{#PAPER_SHOWN}}，{{PAPER}}{{/PAPER_SHOWN}}</dd></div>
<div><dt>材料类型</dt><dd>{{MATERIAL_TYPE}}</dd></div>
<div><dt>从哪里来</dt><dd>{{SOURCE}}{{#ISSUER_SHOWN}}（{{ISSUER}}）{{/ISSUER_SHOWN}}</dd></div>
{{#GOOD_SHOWN}}<div><dt>怎样才合格</dt><dd>{{GOOD}}</dd></div>{{/GOOD_SHOWN}}
{{#LEGAL_BASIS_SHOWN}}<div><dt>要求的依据</dt><dd>{{LEGAL_BASIS}}</dd></div>{{/LEGAL_BASIS_SHOWN}}
{{#REUSE_SHOWN}}<div><dt>以后还能用吗</dt><dd>{{REUSE}}</dd></div>{{/REUSE_SHOWN}}
<div><dt>网上上传</dt><dd>{{KINDS}}，每个文件不超过 {{MAX_MB}} MB</dd></div>
</dl>
{{#POINTS}}<details><summary>审查要点</summary><ul class="plain-list">{{#POINT}}<li>{{POINT_TEXT}}</li>{{/POINT}}</ul></details>{{/POINTS}}
{{#SAMPLE}}<details><summary>示范文本：{{SAMPLE_TITLE}}</summary><pre class="sample">{{SAMPLE_TEXT:p}}</pre></details>{{/SAMPLE}}
{{#BLANK}}<details><summary>空白表格：{{BLANK_TITLE}}</summary><pre class="sample">{{BLANK_TEXT:p}}</pre></details>{{/BLANK}}
</article>{{/MATERIAL}}
</section>

<section id="g-flow"><h2>办理流程</h2>
<ol class="flow">{{#STEP}}<li><b>{{STEP_NAME}}</b>{{STEP_TEXT}}<span class="hint">{{STEP_WHO}}{{#STEP_TIME_SHOWN}}，{{STEP_TIME}}{{/STEP_TIME_SHOWN}}</span></li>{{/STEP}}</ol>
{{#PARTS}}<h3>由这些环节组成</h3><ol class="plain-list">{{#PART}}<li><b>{{PART_NAME}}</b> {{PART_BODY}}{{#PART_DAYS_SHOWN}}，{{PART_DAYS}} 个工作日以内{{/PART_DAYS_SHOWN}}{{#PART_EXPLAIN_SHOWN}}。{{PART_EXPLAIN}}{{/PART_EXPLAIN_SHOWN}}</li>{{/PART}}</ol>{{/PARTS}}</section>

<section id="g-limit"><h2>办理时限</h2>
<dl class="facts">
<div><dt>法定时限</dt><dd>{{LEGAL}}{{#LEGAL_EXPLAIN_SHOWN}}。{{LEGAL_EXPLAIN}}{{/LEGAL_EXPLAIN_SHOWN}}</dd></div>
<div><dt>承诺时限</dt><dd>{{PROMISED}}{{#PROMISED_EXPLAIN_SHOWN}}。{{PROMISED_EXPLAIN}}{{/PROMISED_EXPLAIN_SHOWN}}</dd></div>
<div><dt>从哪天算起</dt><dd>{{CLOCK_START}}</dd></div>
{{#EXTENSION}}<div><dt>延长</dt><dd>最多再延长 {{EXTENSION_TEXT}}，只能延长一次。{{EXTENSION_EXPLAIN}}</dd></div>{{/EXTENSION}}
{{#DELIVERY_LIMIT}}<div><dt>发证时间</dt><dd>作出决定后 {{DELIVERY_LIMIT_TEXT}} 内</dd></div>{{/DELIVERY_LIMIT}}
</dl>
{{#SPECIALS}}<h3>这些时间另外计算</h3><ul class="plain-list">{{#SPECIAL}}<li><b>{{SPECIAL_NAME}}</b>：最多 {{SPECIAL_DAYS}} 个工作日，{{SPECIAL_COUNTS}}。{{SPECIAL_EXPLAIN}}</li>{{/SPECIAL}}</ul>{{/SPECIALS}}
<p><a href="/deadline">算一算哪天办结（工作日计算）</a></p></section>

<section id="g-fee"><h2>收费</h2>
<p>{{FEE_STANDARD}}</p>{{#FEE_BASIS_SHOWN}}<p class="hint">依据：{{FEE_BASIS}}</p>{{/FEE_BASIS_SHOWN}}</section>

<section id="g-result"><h2>办理结果</h2>
{{#RESULT}}<dl class="facts"><div><dt>结果名称</dt><dd>{{RESULT_NAME}}</dd></div>{{#RESULT_FORM_SHOWN}}<div><dt>形式</dt><dd>{{RESULT_FORM}}</dd></div>{{/RESULT_FORM_SHOWN}}{{#RESULT_VALID_SHOWN}}<div><dt>有效期</dt><dd>{{RESULT_VALID}}</dd></div>{{/RESULT_VALID_SHOWN}}</dl>
{{#RESULT_SAMPLE_SHOWN}}<details><summary>结果样本</summary><pre class="sample">{{RESULT_SAMPLE:p}}</pre></details>{{/RESULT_SAMPLE_SHOWN}}{{/RESULT}}
<p>怎样领取：{{DELIVERY}}。{{DELIVERY_EXPLAIN}}</p></section>

<section id="g-where"><h2>在哪里办</h2>
<p>办理方式：{{CHANNELS}}。{{#VISITS_EXPLAIN_SHOWN}}{{VISITS_EXPLAIN}}{{/VISITS_EXPLAIN_SHOWN}}</p>
{{#PLACE}}<dl class="facts"><div><dt>地点</dt><dd>{{PLACE_NAME}}，{{PLACE_ADDRESS}}</dd></div>{{#WINDOWS_SHOWN}}<div><dt>窗口</dt><dd>{{WINDOWS}}</dd></div>{{/WINDOWS_SHOWN}}<div><dt>时间</dt><dd>{{HOURS}}</dd></div>{{#TRANSIT_SHOWN}}<div><dt>怎么走</dt><dd>{{TRANSIT}}</dd></div>{{/TRANSIT_SHOWN}}</dl>{{/PLACE}}
<dl class="facts"><div><dt>咨询电话</dt><dd class="num">{{ENQUIRY}}</dd></div></dl></section>

<section id="g-review"><h2>审查要点</h2>
<ul class="plain-list">{{#REVIEW_POINT}}<li>{{REVIEW_POINT_TEXT}}</li>{{/REVIEW_POINT}}</ul></section>

<section id="g-basis"><h2>设立依据</h2>
<ul class="plain-list">{{#BASIS}}<li><b>《{{BASIS_TITLE}}》{{BASIS_ARTICLE}}</b>{{#BASIS_TEXT_SHOWN}}:{{BASIS_TEXT}}{{/BASIS_TEXT_SHOWN}}</li>{{/BASIS}}</ul></section>

<section id="g-faq"><h2>常见问题</h2>
{{#FAQ}}<details><summary>{{FAQ_Q}}</summary><p>{{FAQ_A}}</p></details>
{{/FAQ}}{{#ASKED}}<details><summary>{{FAQ_Q}}</summary><p class="voice-text">{{FAQ_A}}</p><p class="hint">{{FAQ_AT}}根据大家的咨询整理</p></details>
{{/ASKED}}<p class="no-print"><a href="/ask?matter={{CODE:u}}">没有找到？问一问</a></p></section>

<section id="g-remedy"><h2>监督与救济</h2>
<dl class="facts"><div><dt>投诉电话</dt><dd class="num">{{COMPLAINT}}</dd></div>{{#COMPLAINT_MAIL_SHOWN}}<div><dt>投诉邮箱</dt><dd>{{COMPLAINT_MAIL}}</dd></div>{{/COMPLAINT_MAIL_SHOWN}}{{#COMPLAINT_BOX_SHOWN}}<div><dt>意见箱</dt><dd>{{COMPLAINT_BOX}}</dd></div>{{/COMPLAINT_BOX_SHOWN}}{{#RESPONSIBLE_SHOWN}}<div><dt>办理责任人</dt><dd>{{RESPONSIBLE}}</dd></div>{{/RESPONSIBLE_SHOWN}}</dl>
<p>{{REMEDIES}}</p><p class="no-print"><a href="/complain">在网上投诉、提建议（可以不留姓名）</a>　<a href="/rate">看大家办事以后的评价</a></p></section>

<aside class="qr-side" aria-label="本页二维码">{{>QR}}<p class="hint">用手机扫一扫，打开这份指南</p></aside>
{{#ILLUSTRATIVE}}<p class="hint">这份指南中标注为示例的时限、收费和电话仅供演示。</p>{{/ILLUSTRATIVE}}
</div>
</div>
