#include "web/request.h"

#include <string.h>

#include "base/text.h"

const char *pairs_get(const struct pairs *p, const char *name)
{
	for (size_t i = 0; i < p->n; i++)
		if (text_eq(p->at[i].name, name))
			return p->at[i].value;
	return NULL;
}

const char *request_param(const struct request *q, const char *name)
{
	return text_or(pairs_get(&q->params, name), "");
}

static bool has_control(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s < 0x20 || *s == 0x7f)
			return true;
	return false;
}

const char *path_local(const char *back)
{
	if (!back || *back != '/' || back[1] == '/' || strchr(back, '\\') || has_control(back))
		return "/";
	return back;
}
