/* mem.h - request memory.  Everything made while answering hangs off the request's talloc context and
 * dies with it; handles hang there too, with a destructor.  Out of memory ends the process (the
 * supervisor starts another one): no caller checks for NULL. */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>
#include <stdint.h>
#include <talloc.h>

struct bytes {
	const uint8_t *p;
	size_t n;
};

#ifdef __cplusplus
extern "C" {
#endif

/* mem_init - log misuse of talloc before it aborts.  Call once, first thing in main. */
void mem_init(void);

/* mem_must - p, or the end of the process when it is NULL.  mem_count - count as talloc takes it, or the end of the
 * process when it does not fit; at least 1, so that an empty array is still an address.  For the macros below. */
void *mem_must(void *p);
unsigned mem_count(size_t count);

#define mem_new(ctx, type) ((type *)mem_must(talloc_zero((ctx), type)))
#define mem_array(ctx, type, count) ((type *)mem_must(talloc_zero_array((ctx), type, mem_count((size_t)(count)))))
/* mem_room - n bytes, not zeroed. */
#define mem_room(ctx, n) ((char *)mem_must(talloc_size((ctx), (n))))
/* mem_pool - a context whose children, and theirs, share one block of so many bytes while there is room in it: much cheaper
 * than one malloc each.  The block is empty again when the last of them has gone: nothing in it may be kept for longer
 * by moving it (talloc_steal) elsewhere. */
#define mem_pool(ctx, bytes) mem_must(talloc_pool((ctx), (bytes)))
/* mem_grow - array resized to count elements; the old pointer is void afterwards, new elements are not zeroed. */
#define mem_grow(ctx, ptr, type, count) \
	((type *)mem_must(talloc_realloc((ctx), (ptr), type, mem_count((size_t)(count)))))

/* mem_copy - n bytes plus a terminating NUL that is not counted. */
char *mem_copy(void *ctx, const void *p, size_t n);
/* mem_str - copy of a string; NULL gives NULL. */
char *mem_str(void *ctx, const char *s);
/* mem_fmt - formatted string. */
char *mem_fmt(void *ctx, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#ifdef __cplusplus
}
#endif
#endif
