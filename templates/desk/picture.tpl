{{%AUTOESCAPE context="HTML"}}<h1 class="visually-hidden">{{FILE_NAME}}</h1>
<p class="picture"><a href="/file/{{FILE_ID}}" target="_blank" rel="noopener"><img src="/file/{{FILE_ID}}" alt="{{FILE_NAME}}，点开看原图"></a></p>
