static const char *a = "SET SESSION max_statement_time=1", *b = "COMMIT";
static const char *c = "SELECT 1"; /* BAD */
