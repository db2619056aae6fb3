struct json;
struct json *json_object(void *ctx);
struct json *json_object(void *ctx) { return ctx; } /* BAD */
int case_accept(void);
int case_accept(void) { return 1; }
char *strdup(const char *s);
char *strdup(const char *s) { return (char *)s; } /* BAD */
static int json_array(void) { return 1; } /* ours alone */
int use(void);
int use(void) { return json_array(); }
