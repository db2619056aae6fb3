/* "<p>" in a comment is none */
static const char *a = "<p>hello</p>"; /* BAD */
static const char *b = "<a href='x'"; /* BAD */
static const char *c = "</div>"; /* BAD */
static const char *d = "<!DOCTYPE html>"; /* BAD */
static const char *e = "a&nbsp;b"; /* BAD */
static const char *f = " class=\"x\""; /* BAD */
static const char *g = "a < b and b > c", *h = "<unknown>", *i = "usage: x <file>", *j = "<html";
static const char *k = "x=1&y=2";
