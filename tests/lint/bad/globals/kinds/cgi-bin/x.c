int counter; /* BAD */
static char buffer[64]; /* BAD */
static const char *name = "x"; /* BAD */
const int fixed = 7;
static const char *const table[] = {"a", "b"};
static int listed;
int *use(int i);
int *use(int i)
{
	static int calls; /* BAD */
	calls++;
	listed++;
	buffer[0] = table[i % 2][0] + name[0];
	return &calls;
}
