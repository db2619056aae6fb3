/* page_errors.h - what each error says to people: ERROR_PAGE(error, status, headline, explanation, what to do). */
ERROR_PAGE(ERR_BAD_REQUEST, 400, "请求不完整", "我们没能看懂浏览器发来的内容，您的资料没有被改动。",
	   "请返回上一页，刷新后再试一次。")
ERROR_PAGE(ERR_UNAUTHENTICATED, 401, "请先登录", "这一页需要登录后才能看。", "登录后会自动回到这里。")
ERROR_PAGE(ERR_FORBIDDEN, 403, "不能打开这一页", "您的账号没有这项权限，或者页面放置太久已经失效。",
	   "请返回上一页刷新后再试；如果仍然不行，请重新登录。")
ERROR_PAGE(ERR_NOT_FOUND, 404, "没有找到这一页", "地址可能输错了，或者内容已经不在这里。",
	   "请核对地址，或者从首页重新查找。")
ERROR_PAGE(ERR_METHOD, 405, "不能这样打开这一页", "这个地址不接受这种访问方式。", "请从首页重新进入。")
ERROR_PAGE(ERR_TIMEOUT, 408, "网络太慢，内容没有传完", "您的资料没有被改动。", "请换一个网络好些的地方再试。")
ERROR_PAGE(ERR_CONFLICT, 409, "内容刚刚有了变化", "在您操作之前，这里已经被更新，所以这一次没有生效。",
	   "请刷新页面，看过最新情况后再操作。")
ERROR_PAGE(ERR_TOO_LARGE, 413, "内容太大", "发送的内容超过了允许的大小，没有保存。", "请把文件压缩或分开后再传。")
ERROR_PAGE(ERR_UNSUPPORTED, 415, "不支持这种格式", "我们收到的内容格式不对，没有保存。", "请在本网站的页面上重新提交。")
ERROR_PAGE(ERR_INVALID, 422, "有内容需要改正", "填写的内容有不符合要求的地方，没有保存。", "请返回上一页改正后再提交。")
ERROR_PAGE(ERR_RATE, 429, "操作太频繁", "为了保护大家的资料，短时间内多次尝试会被暂停。", "请过几分钟再试。")
ERROR_PAGE(ERR_INTERNAL, 500, "系统出了问题", "这是我们的错误，已经记录下来。您之前保存的内容不会丢失。",
	   "请稍后再试；急事请直接到窗口或拨打咨询电话。")
ERROR_PAGE(ERR_UNAVAILABLE, 503, "系统正忙，请稍后再试", "您之前保存的内容都在，不会丢失。这一次的操作没有保存。",
	   "请等一两分钟，再点一次刚才的按钮。")
