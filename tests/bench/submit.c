/* submit - whole submissions: a draft begun, its form saved, one file of 200 KB uploaded, checked and submitted.
 *
 *   submit PORT COOKIES CODE once                                 one; prints the bytes of each answer
 *   submit PORT COOKIES CODE portal CLIENTS SECONDS               many; prints crowd_run's line
 *   submit PORT COOKIES CODE bare-a CLIENTS SECONDS N,N,...       the same requests to bare.c: N bytes come back each time
 *   submit PORT COOKIES CODE bare-b CLIENTS SECONDS N,N,... TOKENS   and each looks up one token of the file first
 *
 * COOKIES is what people.c wrote: client n is the applicant of line n.  CODE is a matter that wants one material, "photo",
 * a JPEG.  Every upload is another file. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "crowd.h"

#define FILE_BYTES (200 * 1024)
#define REPLY_MAX (512 * 1024)
#define BODY_MAX (FILE_BYTES + 4096)
#define BOUNDARY "bench-9f8e7d6c5b4a"
#define STEPS 5
#define TOKEN_CHARS 26

struct order {
	int port;
	const char *cookies, *code;
	const char *bare; /* "bare-a", "bare-b"; NULL: the portal itself */
	long bytes[STEPS];
	char *tokens; /* TOKEN_CHARS and a line feed each */
	size_t ntokens;
};

struct client {
	const struct order *o;
	int fd;
	uint64_t random;
	char cookie[64], csrf[64];
	char page[128];      /* /apply/{code}/{key} */
	char submit_key[64];
	char path[256];
	const char *type;
	size_t nbody;
	int status;
	size_t nreply; /* bytes of the answer's body */
	char body[BODY_MAX];
	char reply[REPLY_MAX + 1];
};

/* --- HTTP --------------------------------------------------------------------------------------------- */

static bool connected(struct client *c)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)c->o->port)};
	int one = 1;

	if (c->fd >= 0)
		return true;
	inet_pton(AF_INET, "127.0.0.1", &to.sin_addr);
	c->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
	return connect(c->fd, (struct sockaddr *)&to, sizeof(to)) == 0;
}

static bool write_all(int fd, const char *p, size_t n)
{
	while (n > 0) {
		ssize_t done = send(fd, p, n, MSG_NOSIGNAL);
		if (done <= 0)
			return false;
		p += done;
		n -= (size_t)done;
	}
	return true;
}

/* reply_read - nginx passes on the Content-Length that our programs send. */
static bool reply_read(struct client *c)
{
	size_t got = 0, whole = REPLY_MAX;
	char *end = NULL;

	while (got < whole) {
		ssize_t n = recv(c->fd, c->reply + got, REPLY_MAX - got, 0);
		if (n <= 0)
			return false;
		got += (size_t)n;
		c->reply[got] = '\0';
		if (end || !(end = strstr(c->reply, "\r\n\r\n")))
			continue;
		const char *length = strstr(c->reply, "Content-Length: ");
		if (!length || length > end)
			return false;
		c->nreply = strtoul(length + 16, NULL, 10);
		whole = (size_t)(end + 4 - c->reply) + c->nreply;
	}
	c->status = atoi(c->reply + 9);
	return got == whole;
}

static bool ask(struct client *c, const char *method)
{
	char head[1024];
	int n = snprintf(head, sizeof(head),
			 "%s %s HTTP/1.1\r\nHost: localhost\r\nCookie: portal_session=%s\r\nAccept: %s\r\n"
			 "Content-Type: %s\r\nContent-Length: %zu\r\n\r\n",
			 method, c->path, c->cookie, strncmp(c->type, "multipart", 9) ? "text/html" : "application/json",
			 c->type, c->nbody);

	if (connected(c) && write_all(c->fd, head, (size_t)n) && write_all(c->fd, c->body, c->nbody) && reply_read(c))
		return true;
	close(c->fd);
	c->fd = -1;
	return false;
}

/* reply_copy - what stands between `before` and `after` in the answer. */
static bool reply_copy(const struct client *c, const char *before, char after, char *out, size_t size)
{
	const char *at = strstr(c->reply, before), *end;

	if (!at)
		return false;
	at += strlen(before);
	end = strchr(at, after);
	if (!end || (size_t)(end - at) >= size)
		return false;
	memcpy(out, at, (size_t)(end - at));
	out[end - at] = '\0';
	return true;
}

/* --- the five requests --------------------------------------------------------------------------------- */

static void form_put(struct client *c, const char *fields)
{
	c->type = "application/x-www-form-urlencoded";
	c->nbody = (size_t)snprintf(c->body, sizeof(c->body), "csrf=%s&%s", c->csrf, fields);
}

static void begin_put(struct client *c)
{
	snprintf(c->path, sizeof(c->path), "/apply/%s", c->o->code);
	form_put(c, "fresh=1");
}

static bool begin_take(struct client *c)
{
	return reply_copy(c, "Location: ", '\r', c->page, sizeof(c->page));
}

static void fields_put(struct client *c)
{
	snprintf(c->path, sizeof(c->path), "%s", c->page);
	form_put(c, "draft-version=1&result-delivery=mail&phone=13800000099&address=%E7%A4%BA%E4%BE%8B%E5%B8%82%E5%B9%B8%E7%A6%8F%E8%B7%AF1%E5%8F%B7"
		    "&household=local&kin_name=%E5%BC%A0%E7%A4%BA%E4%BE%8B&kin_phone=13800000098&truth=1");
}

static uint64_t random_next(struct client *c)
{
	c->random ^= c->random << 13;
	c->random ^= c->random >> 7;
	c->random ^= c->random << 17;
	return c->random;
}

/* jpeg_put - the frame of a picture, and "compressed data" that nobody has seen before. */
static size_t jpeg_put(struct client *c, char *out)
{
	static const uint8_t head[] = {0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 4, 0, 3, 0, 1, 1, 0x11, 0,
				       0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
	size_t at = sizeof(head);

	memcpy(out, head, sizeof(head));
	while (at + 10 < FILE_BYTES) {
		uint64_t bits = random_next(c) & UINT64_C(0x7F7F7F7F7F7F7F7F);
		memcpy(out + at, &bits, sizeof(bits));
		at += sizeof(bits);
	}
	memcpy(out + at, "\xFF\xD9", 2);
	return at + 2;
}

static void upload_put(struct client *c)
{
	char *p = c->body;

	snprintf(c->path, sizeof(c->path), "/upload/%s/photo", strrchr(c->page, '/') + 1);
	c->type = "multipart/form-data; boundary=" BOUNDARY;
	p += sprintf(p, "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n%s\r\n", c->csrf);
	p += sprintf(p, "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.jpg\"\r\n"
			"Content-Type: image/jpeg\r\n\r\n");
	p += jpeg_put(c, p);
	p += sprintf(p, "\r\n--" BOUNDARY "--\r\n");
	c->nbody = (size_t)(p - c->body);
}

static void check_put(struct client *c)
{
	snprintf(c->path, sizeof(c->path), "%s/check", c->page);
	c->type = "text/plain";
	c->nbody = 0;
}

static bool check_take(struct client *c)
{
	return reply_copy(c, "name=\"submit_key\" value=\"", '"', c->submit_key, sizeof(c->submit_key));
}

static void submit_put(struct client *c)
{
	char fields[128];

	snprintf(c->path, sizeof(c->path), "%s/submit", c->page);
	snprintf(fields, sizeof(fields), "submit_key=%s&agree=1", c->submit_key);
	form_put(c, fields);
}

static bool submit_take(struct client *c)
{
	return strstr(c->reply, "Location: /case/");
}

static const struct step {
	const char *method;
	const char *pool;
	void (*put)(struct client *);  /* path and body */
	int status;                    /* that the portal answers */
	bool (*take)(struct client *); /* what the next ones need, or NULL */
} steps[STEPS] = {
	{"POST", "apply", begin_put, 303, begin_take},   {"POST", "apply", fields_put, 303, NULL},
	{"POST", "upload", upload_put, 200, NULL},       {"GET", "apply", check_put, 200, check_take},
	{"POST", "apply", submit_put, 303, submit_take},
};

static void path_bare(struct client *c, int i)
{
	const struct order *o = c->o;
	const char *which = o->bare + strlen("bare-");
	int n = snprintf(c->path, sizeof(c->path), "/bench/%s-%s/%ld", steps[i].pool, which, o->bytes[i]);

	if (o->ntokens)
		snprintf(c->path + n, sizeof(c->path) - (size_t)n, "/%.*s", TOKEN_CHARS,
			 o->tokens + random_next(c) % o->ntokens * (TOKEN_CHARS + 1));
}

static bool step_do(struct client *c, int i)
{
	steps[i].put(c);
	if (c->o->bare) {
		path_bare(c, i);
		return ask(c, steps[i].method) && c->status == 200;
	}
	if (ask(c, steps[i].method) && c->status == steps[i].status && (!steps[i].take || steps[i].take(c)))
		return true;
	fprintf(stderr, "submit: step %d: %s %s: %.300s\n", i + 1, steps[i].method, c->path, c->reply);
	return false;
}

static bool again(void *client)
{
	for (int i = 0; i < STEPS; i++)
		if (!step_do(client, i))
			return false;
	return true;
}

static void *begin(int who, void *arg)
{
	struct client *c = calloc(1, sizeof(*c));
	FILE *f;
	bool ok = false;

	c->o = arg;
	c->fd = -1;
	f = fopen(c->o->cookies, "re");
	for (int i = 0; f && i <= who; i++)
		ok = fscanf(f, "%63s %63s", c->cookie, c->csrf) == 2;
	if (f)
		fclose(f);
	snprintf(c->page, sizeof(c->page), "/apply/%s/0000000000000", c->o->code);
	snprintf(c->submit_key, sizeof(c->submit_key), "00000000000000000000000000");
	f = fopen("/dev/urandom", "re");
	ok = ok && f && fread(&c->random, sizeof(c->random), 1, f) == 1;
	if (f)
		fclose(f);
	return ok ? c : NULL;
}

/* --- the order ----------------------------------------------------------------------------------------- */

static int once(struct order *o)
{
	struct client *c = begin(0, o);

	for (int i = 0; c && i < STEPS; i++) {
		if (!step_do(c, i))
			return EXIT_FAILURE;
		printf("%zu%s", c->nreply, i + 1 < STEPS ? "," : "\n");
	}
	return c ? EXIT_SUCCESS : EXIT_FAILURE;
}

static bool sizes_read(struct order *o, const char *list)
{
	for (int i = 0; i < STEPS; i++) {
		char *end;
		o->bytes[i] = strtol(list, &end, 10);
		if (end == list)
			return false;
		list = end + (*end == ',');
	}
	return true;
}

static bool tokens_read(struct order *o, const char *path)
{
	FILE *f = fopen(path, "re");
	long n;

	if (!f || fseek(f, 0, SEEK_END) || (n = ftell(f)) <= TOKEN_CHARS)
		return false;
	rewind(f);
	o->tokens = malloc((size_t)n);
	o->ntokens = (size_t)n / (TOKEN_CHARS + 1);
	n = o->tokens && fread(o->tokens, 1, (size_t)n, f) == (size_t)n;
	fclose(f);
	return n;
}

int main(int argc, char **argv)
{
	struct order o = {0};
	struct crowd crowd = {.begin = begin, .again = again, .arg = &o};

	if (argc < 5)
		return 2;
	o = (struct order){.port = atoi(argv[1]), .cookies = argv[2], .code = argv[3]};
	if (!strcmp(argv[4], "once"))
		return once(&o);
	if (argc < 7)
		return 2;
	crowd.clients = atoi(argv[5]);
	crowd.seconds = atoi(argv[6]);
	if (strcmp(argv[4], "portal") != 0) {
		o.bare = argv[4];
		if (argc < 8 || !sizes_read(&o, argv[7]) || (argc > 8 && !tokens_read(&o, argv[8])))
			return 2;
	}
	return crowd_run(&crowd) ? EXIT_SUCCESS : EXIT_FAILURE;
}
