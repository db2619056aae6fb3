#include "wrap/mail.h"

#include <curl/curl.h>
#include <string.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/text.h"

#define CONNECT_S 10L
#define TOTAL_S 30L
#define ADDRESS_MAX 254 /* RFC 5321 */
#define LINE_BYTES 57   /* of text to a line of 76 base64 characters */
#define WORD_BYTES 45   /* of text to an encoded word, which may have 75 characters (RFC 2047) */

enum err mail_start(void)
{
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != 0)
		return log_err(ERR_INTERNAL, "libcurl could not start");
	return ERR_NONE;
}

/* --- the letter -------------------------------------------------------------------------------------- */

static char *base64(void *ctx, const char *p, size_t n)
{
	static const char set[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *in = (const unsigned char *)p;
	char *out = mem_array(ctx, char, (n + 2) / 3 * 4 + 1), *o = out;

	for (size_t i = 0; i < n; i += 3) {
		unsigned second = i + 1 < n ? in[i + 1] : 0, third = i + 2 < n ? in[i + 2] : 0;
		unsigned v = (unsigned)in[i] << 16 | second << 8 | third;
		*o++ = set[v >> 18];
		*o++ = set[v >> 12 & 63];
		*o++ = i + 1 < n ? set[v >> 6 & 63] : '=';
		*o++ = i + 2 < n ? set[v & 63] : '=';
	}
	return out;
}

/* encoded_words - a header's text in pieces that end between characters. */
static char *encoded_words(void *ctx, const char *s)
{
	char *out = mem_str(ctx, "");

	while (*s) {
		const char *from = s, *next = s;
		while (utf8_next(&next) && (size_t)(next - from) <= WORD_BYTES)
			s = next;
		if (s == from)
			break; /* not reached: no character is longer than a word */
		out = mem_fmt(ctx, "%s%s=?UTF-8?B?%s?=", out, *out ? "\r\n " : "", base64(ctx, from, (size_t)(s - from)));
	}
	return out;
}

static char *base64_lines(void *ctx, const char *s)
{
	size_t n = strlen(s);
	char *out = mem_str(ctx, "");

	for (size_t i = 0; i < n; i += LINE_BYTES)
		out = mem_fmt(ctx, "%s%s\r\n", out, base64(ctx, s + i, n - i < LINE_BYTES ? n - i : LINE_BYTES));
	return out;
}

/* Visible ASCII with one '@' in the middle and nothing that means something to SMTP or a header. */
static bool address_ok(const char *a)
{
	const char *at = a ? strchr(a, '@') : NULL;
	size_t n = a ? strlen(a) : 0;

	if (!at || at == a || !at[1] || strchr(at + 1, '@') || n > ADDRESS_MAX)
		return false;
	for (const char *p = a; *p; p++)
		if (*p <= ' ' || *p > '~' || strchr("<>()[]\\,;:\"", *p))
			return false;
	return true;
}

/* date_text - RFC 5322, in the city's time. */
static char *date_text(void *ctx, msec at)
{
	static const char days[][4] = {"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
	static const char months[][4] = {"",	"Jan", "Feb", "Mar", "Apr", "May", "Jun",
					 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	int year, month, mday;
	day d = msec_day(at);
	int64_t second = (at - msec_make(d, 0, 0, 0, 0)) / 1000;

	day_split(d, &year, &month, &mday);
	return mem_fmt(ctx, "%s, %d %s %d %02d:%02d:%02d +0800", days[day_weekday(d)], mday, months[month], year,
		       (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
}

char *mail_letter(void *ctx, const struct letter *l)
{
	if (!address_ok(l->from) || !address_ok(l->to))
		return NULL;
	return mem_fmt(ctx,
		       "Date: %s\r\n"
		       "From: <%s>\r\n"
		       "To: <%s>\r\n"
		       "Message-ID: <%s@%s>\r\n"
		       "Subject: %s\r\n"
		       "MIME-Version: 1.0\r\n"
		       "Content-Type: text/plain; charset=UTF-8\r\n"
		       "Content-Transfer-Encoding: base64\r\n"
		       "Auto-Submitted: auto-generated\r\n"
		       "\r\n%s",
		       date_text(ctx, l->at), l->from, l->to, l->id, strchr(l->from, '@') + 1,
		       encoded_words(ctx, l->subject), base64_lines(ctx, l->text));
}

/* --- transfer ---------------------------------------------------------------------------------------- */

struct source { /* text that libcurl reads piece by piece */
	const char *p;
	size_t left;
};

static size_t give(char *to, size_t size, size_t n, void *arg)
{
	struct source *s = arg;
	size_t room = size * n, some = s->left < room ? s->left : room;

	memcpy(to, s->p, some);
	s->p += some;
	s->left -= some;
	return some;
}

static size_t discard(char *p, size_t size, size_t n, void *arg)
{
	(void)p;
	(void)arg;
	return size * n;
}

static CURL *handle_make(const char *url, const char *protocols, char *error)
{
	CURL *h = curl_easy_init();

	if (!h)
		return NULL;
	curl_easy_setopt(h, CURLOPT_URL, url);
	curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, protocols);
	curl_easy_setopt(h, CURLOPT_CONNECTTIMEOUT, CONNECT_S);
	curl_easy_setopt(h, CURLOPT_TIMEOUT, TOTAL_S);
	curl_easy_setopt(h, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(h, CURLOPT_ERRORBUFFER, error);
	curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, discard);
	return h;
}

static enum err failed(void *ctx, CURLcode code, const char *error, const char **why)
{
	*why = mem_str(ctx, *error ? error : curl_easy_strerror(code));
	return ERR_UNAVAILABLE;
}

enum err mail_smtp(void *ctx, const char *url, const struct letter *l, const char **why)
{
	char error[CURL_ERROR_SIZE] = "";
	const char *text = mail_letter(ctx, l);

	if (!text) {
		*why = "an address is not one";
		return ERR_INVALID;
	}
	struct source s = {text, strlen(text)};
	CURL *h = handle_make(url, "smtp,smtps", error);
	struct curl_slist *to = curl_slist_append(NULL, mem_fmt(ctx, "<%s>", l->to));
	CURLcode code = CURLE_OUT_OF_MEMORY;
	if (h && to) {
		curl_easy_setopt(h, CURLOPT_USE_SSL, (long)CURLUSESSL_TRY);
		curl_easy_setopt(h, CURLOPT_MAIL_FROM, mem_fmt(ctx, "<%s>", l->from));
		curl_easy_setopt(h, CURLOPT_MAIL_RCPT, to);
		curl_easy_setopt(h, CURLOPT_UPLOAD, 1L);
		curl_easy_setopt(h, CURLOPT_READFUNCTION, give);
		curl_easy_setopt(h, CURLOPT_READDATA, &s);
		code = curl_easy_perform(h);
	}
	curl_slist_free_all(to);
	curl_easy_cleanup(h);
	return code == CURLE_OK ? ERR_NONE : failed(ctx, code, error, why);
}

enum err mail_hook(void *ctx, const char *url, const char *id, const char *json, const char **why)
{
	char error[CURL_ERROR_SIZE] = "";
	CURL *h = handle_make(url, "http,https", error);
	struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
	CURLcode code = CURLE_OUT_OF_MEMORY;
	long status = 0;

	if (headers)
		curl_slist_append(headers, mem_fmt(ctx, "Idempotency-Key: %s", id));
	if (h && headers) {
		curl_easy_setopt(h, CURLOPT_HTTPHEADER, headers);
		curl_easy_setopt(h, CURLOPT_POSTFIELDS, json);
		code = curl_easy_perform(h);
		curl_easy_getinfo(h, CURLINFO_RESPONSE_CODE, &status);
	}
	curl_slist_free_all(headers);
	curl_easy_cleanup(h);
	if (code != CURLE_OK)
		return failed(ctx, code, error, why);
	if (status < 200 || status > 299) {
		*why = mem_fmt(ctx, "the hook answered %ld", status);
		return ERR_UNAVAILABLE;
	}
	return ERR_NONE;
}
