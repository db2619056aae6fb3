/* replay.c - instead of libFuzzer: give each file named on the command line to the fuzz target, once, and say so
 * in TAP.  A target that does not like its input aborts, and the file that was being read is the last one named. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv) __attribute__((weak)); /* some targets have one */

/* The file in a block of exactly its size, so that the sanitizer sees a read beyond its end. */
static uint8_t *file_read(const char *path, size_t *size)
{
	FILE *f = fopen(path, "rb");
	uint8_t *data = NULL;
	long n;

	if (!f)
		return NULL;
	if (fseek(f, 0, SEEK_END) == 0 && (n = ftell(f)) >= 0 && fseek(f, 0, SEEK_SET) == 0) {
		*size = (size_t)n;
		data = malloc(*size > 0 ? *size : 1);
		if (data && fread(data, 1, *size, f) != *size) {
			free(data);
			data = NULL;
		}
	}
	fclose(f);
	return data;
}

int main(int argc, char **argv)
{
	int failed = 0;

	if (LLVMFuzzerInitialize)
		LLVMFuzzerInitialize(&argc, &argv);
	printf("1..%d\n", argc - 1);
	for (int i = 1; i < argc; i++) {
		size_t size = 0;
		uint8_t *data = file_read(argv[i], &size);

		printf("# reading %s\n", argv[i]);
		fflush(stdout);
		if (data)
			LLVMFuzzerTestOneInput(data, size);
		else
			failed = 1;
		printf("%s %d - %s\n", data ? "ok" : "not ok", i, argv[i]);
		fflush(stdout);
		free(data);
	}
	return failed;
}
