{{%AUTOESCAPE context="HTML"}}<article class="confirm"><h1>这件事已经收到了</h1>
<p class="lead">今天已经收到一份完全一样的内容，编号 <span class="num">{{NUMBER}}</span>，正在办理，不用再交。</p>
<p>是您交的，请用当时的查询码或者二维码看进度。不是您交的、还有别的情况要说的，请换成自己的话再写一份。</p>
<p class="btn-row"><a class="btn" href="{{FIND}}">查进度</a> <a class="btn btn-second" href="/">回首页</a></p></article>
