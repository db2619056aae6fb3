_Thread_local int each; /* BAD, and nm knows no line */
