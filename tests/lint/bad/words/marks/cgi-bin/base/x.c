/* TODO: BAD */
/* FIXME BAD */
/* methods, TODOS and mastodon are none; todo in lower case is TAP */
int x; /* XXX BAD */
