{{%AUTOESCAPE context="HTML"}}<h1>大家的评价</h1>
<p class="lead">每次办完事，都可以评一评。评不评、评什么，由您自己定；不评就是没有评，不会替您算作满意。</p>
