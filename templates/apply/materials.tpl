{{%AUTOESCAPE context="HTML"}}{{>STEPS}}
<p>一份一份地传，传上去马上检查，有问题当场告诉您。手机可以直接拍照：把纸铺平、四个角都拍进去、字看得清就行。</p>
<div class="{{LEFT_CLASS}}" id="left" data-refresh><p>{{LEFT_SAY}}</p></div>
<h2 class="visually-hidden">材料清单</h2>
{{>MATERIALS}}
<p class="btn-row"><a class="btn" href="{{PAGE}}/check">下一步：核对提交</a> <a class="btn btn-second" href="{{PAGE}}">上一步</a></p>
<p class="hint">传上的文件已经存好，随时可以离开，回头再传。</p>
