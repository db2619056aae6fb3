#define FORM(F, S) F(S, TEXT, login, "x", 1, 2, 0, NULL)
int x = T_TITLE + named("NAMED");
