{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="zh-CN" class="{{#FRAMED}}framed {{/FRAMED}}{{#WALL}}wall {{/WALL}}{{#STAFF}}staff {{/STAFF}}{{#ELDER}}elder{{/ELDER}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" content="#0f4536">
<title>{{TITLE}} - {{CENTRE}}</title>
<link rel="icon" href="/static/icons/seal.svg?v={{STATIC_V}}" type="image/svg+xml">
<link rel="stylesheet" href="/static/css/portal.css?v={{STATIC_V}}">
<link rel="stylesheet" href="/static/css/print.css?v={{STATIC_V}}" media="print">
<script src="/static/js/portal.js?v={{STATIC_V}}" defer></script>
{{#REFRESH}}<noscript><meta http-equiv="refresh" content="{{REFRESH_S}}{{#REFRESH_ELSEWHERE}};url={{REFRESH_TO}}{{/REFRESH_ELSEWHERE}}"></noscript>
{{/REFRESH}}</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="site-head">
<div class="wrap site-head-in">
<a class="brand" href="/">
<img class="brand-seal" src="/static/icons/seal.svg?v={{STATIC_V}}" alt="" width="44" height="44">
<span class="brand-text"><span class="brand-name">{{CENTRE}}</span> <span class="brand-city">{{CITY}} · 网上办事</span></span>
</a>
<div class="site-tools">
{{#STANDARD}}<a class="tool tool-elder" href="/prefs/elder?on=1&amp;back={{HERE:u}}">大字版</a>{{/STANDARD}}
{{#ELDER}}<a class="tool tool-elder" href="/prefs/elder?on=0&amp;back={{HERE:u}}">返回标准版</a>{{/ELDER}}
{{#SIGNED_OUT}}<a class="tool" href="/account/sign-in">登录 / 注册</a>{{/SIGNED_OUT}}
{{#SIGNED_IN}}<span class="tool-user">{{USER_NAME}}</span>
<form class="tool-form" method="post" action="/account/sign-out"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="tool" type="submit">退出</button></form>{{/SIGNED_IN}}
{{#STAFF}}<span class="tool-user">{{USER_NAME}}{{#USER_POST_SHOWN}} <span class="tool-post">{{USER_POST}}</span>{{/USER_POST_SHOWN}}</span>
<form class="tool-form" method="post" action="/desk/sign-out"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="tool" type="submit">退出</button></form>{{/STAFF}}
</div>
</div>
<nav class="site-nav" aria-label="主要栏目">
<ul class="wrap">
{{#CITIZEN}}
<li><a href="/matters"{{#NAV_MATTERS_ON}} aria-current="page"{{/NAV_MATTERS_ON}}>办事指南</a></li>
<li><a href="/booking"{{#NAV_BOOKING_ON}} aria-current="page"{{/NAV_BOOKING_ON}}>预约</a></li>
<li><a href="/progress"{{#NAV_PROGRESS_ON}} aria-current="page"{{/NAV_PROGRESS_ON}}>查进度</a></li>
<li><a href="/account"{{#NAV_ACCOUNT_ON}} aria-current="page"{{/NAV_ACCOUNT_ON}}>我的办件</a></li>
<li><a href="/ask"{{#NAV_ASK_ON}} aria-current="page"{{/NAV_ASK_ON}}>咨询</a></li>
<li><a href="/complain"{{#NAV_COMPLAIN_ON}} aria-current="page"{{/NAV_COMPLAIN_ON}}>投诉建议</a></li>
<li><a href="/rate"{{#NAV_RATE_ON}} aria-current="page"{{/NAV_RATE_ON}}>评价</a></li>
{{/CITIZEN}}
{{#STAFF}}
<li><a href="/desk"{{#NAV_DESK_ON}} aria-current="page"{{/NAV_DESK_ON}}>待办件</a></li>
{{#STAFF_ADMIN}}<li><a href="/admin"{{#NAV_ADMIN_ON}} aria-current="page"{{/NAV_ADMIN_ON}}>系统管理</a></li>{{/STAFF_ADMIN}}
<li><a href="/matters"{{#NAV_MATTERS_ON}} aria-current="page"{{/NAV_MATTERS_ON}}>办事指南</a></li>
{{/STAFF}}
</ul>
</nav>
</header>
<main class="wrap page" id="main" tabindex="-1">
{{#NOTE}}<div class="note note-ok" role="status"><p>{{NOTE_TEXT}}</p></div>{{/NOTE}}
{{>BODY}}
</main>
<footer class="site-foot">
<div class="wrap site-foot-in">
{{#CITIZEN}}<p class="foot-help"><strong>办事遇到困难？</strong>{{#PHONE_SHOWN}}请打电话 <a class="num" href="tel:{{PHONE}}">{{PHONE}}</a>，或{{/PHONE_SHOWN}}{{#PHONE_NONE}}请{{/PHONE_NONE}}到{{CENTRE}}窗口，有工作人员帮您办。不会上网也可以在窗口办，效力一样。想问事的，<a href="/ask">在这里问</a>；要投诉、提建议的，<a href="/complain">在这里写</a>；办完了事，<a href="/rate">看看大家的评价，也请您评一评</a>。</p>
<p class="foot-access">本网站支持键盘操作、读屏软件和大字版。看不清、听不清、用不了，请告诉我们，我们来改。</p>{{/CITIZEN}}
{{#STAFF}}<p class="foot-help">离开座位时请退出登录。查看办件和个人信息，都会留下记录。</p>{{/STAFF}}
<p class="foot-name">{{CENTRE}}{{#CITIZEN}}　<a href="/desk/sign-in">工作人员入口</a>{{/CITIZEN}}</p>
</div>
</footer>
</body>
</html>
