const char *say = "办好了!"; /* BAD */
const char *fine = "办好了！ (ok), x";
