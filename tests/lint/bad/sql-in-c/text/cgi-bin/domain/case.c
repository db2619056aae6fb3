/* the text "SELECT 1 FROM t" in a comment is none */
static const char *a = "SELECT id FROM cases"; /* BAD */
static const char *b = "select 1"; /* BAD */
static const char *c = "UPDATE cases SET state = ?"; /* BAD */
static const char *d = "INSERT INTO event VALUES (?)"; /* BAD */
static const char *e =
	"DELETE FROM "    /* BAD */
	"cases";
static const char *f = "id = 1 ORDER BY id"; /* BAD */
static const char *g = "START TRANSACTION"; /* BAD */
static const char *h = "SET SESSION max_statement_time=1"; /* BAD */
static const char *i = "please select a matter"; // "SELECT 1"
static const char *j = "update the page", *k = "set", *l = "the case was deleted from the list";
static const char m = '"', *n = "SELECT"; /* a word alone is none */
static const char *o = "a \"quoted\" word", *p = "x = 1 WHERE id = ?"; /* BAD */
