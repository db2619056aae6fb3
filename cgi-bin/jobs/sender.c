/* sender - hand over the messages that are due, then end; run every few seconds, on any number of machines.
 *
 * The adapter is the setting outbox_adapter: file (one JSON file per message in outbox_dir, for trying things out), smtp
 * (letters; a text message waits for a hook) or hook (POST of JSON to hook_url).  PORTAL_CONF names the settings.
 * Exit status: 0 nothing left to do now, 1 the database or the settings are not there. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/outbox.h"
#include "wrap/json.h"
#include "wrap/mail.h"

#define ROUND 50 /* messages claimed at a time: few enough to be sent within their lease */

static const char *message_id(void *ctx, const struct outbox_message *m)
{
	return mem_fmt(ctx, "%s.%lld.%lld.%lld.%s", m->topic, (long long)m->about_id, (long long)m->about_seq,
		       (long long)m->account_id, m->channel);
}

static const char *message_json(void *ctx, const struct outbox_message *m)
{
	struct json *o = json_new(ctx);

	json_set_text(o, "id", message_id(ctx, m));
	json_set_text(o, "channel", m->channel);
	json_set_text(o, "to", m->to);
	json_set_text(o, "subject", m->subject);
	json_set_text(o, "body", m->body);
	return json_write(ctx, o);
}

/* --- file -------------------------------------------------------------------------------------------- */

static bool write_all(int fd, const char *text)
{
	size_t n = strlen(text);

	for (size_t done = 0; done < n;) {
		ssize_t some = write(fd, text + done, n - done);
		if (some <= 0)
			return false;
		done += (size_t)some;
	}
	return fsync(fd) == 0;
}

/* A message that is sent twice overwrites itself. */
static enum err to_file(void *ctx, void *arg, const struct outbox_message *m, const char **why)
{
	const struct conf *conf = arg;
	const char *path = mem_fmt(ctx, "%s/%s.json", conf->outbox_dir, message_id(ctx, m));
	const char *part = mem_fmt(ctx, "%s.%ld.part", path, (long)getpid());
	int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd < 0) {
		*why = mem_fmt(ctx, "%s: %s", part, strerror(errno));
		return ERR_UNAVAILABLE;
	}
	bool ok = write_all(fd, mem_fmt(ctx, "%s\n", message_json(ctx, m)));
	ok = close(fd) == 0 && ok && rename(part, path) == 0;
	if (ok)
		return ERR_NONE;
	*why = mem_fmt(ctx, "%s: %s", path, strerror(errno));
	unlink(part);
	return ERR_UNAVAILABLE;
}

/* --- smtp, hook -------------------------------------------------------------------------------------- */

static enum err to_smtp(void *ctx, void *arg, const struct outbox_message *m, const char **why)
{
	const struct conf *conf = arg;

	if (!text_eq(m->channel, "email")) {
		*why = "the smtp adapter sends no text messages; set outbox_adapter = hook";
		return ERR_UNSUPPORTED;
	}
	return mail_smtp(ctx, conf->smtp_url,
			 &(struct letter){.id = message_id(ctx, m), .from = conf->smtp_from, .to = m->to,
					  .subject = m->subject, .text = m->body, .at = msec_now()},
			 why);
}

static enum err to_hook(void *ctx, void *arg, const struct outbox_message *m, const char **why)
{
	const struct conf *conf = arg;

	return mail_hook(ctx, conf->hook_url, message_id(ctx, m), message_json(ctx, m), why);
}

static const struct {
	const char *name;
	outbox_adapter *send;
	size_t needs; /* offset of the setting without which it cannot work */
} adapters[] = {
	{"file", to_file, offsetof(struct conf, outbox_dir)},
	{"smtp", to_smtp, offsetof(struct conf, smtp_url)},
	{"hook", to_hook, offsetof(struct conf, hook_url)},
};

static outbox_adapter *adapter_find(const struct conf *conf)
{
	for (size_t i = 0; i < sizeof(adapters) / sizeof(adapters[0]); i++) {
		const char *setting;
		memcpy(&setting, (const char *)conf + adapters[i].needs, sizeof(setting));
		if (text_eq(adapters[i].name, conf->outbox_adapter) && !text_empty(setting))
			return adapters[i].send;
	}
	return NULL;
}

/* --- rounds ------------------------------------------------------------------------------------------ */

static const char *my_name(void *ctx)
{
	char host[32] = "";

	gethostname(host, sizeof(host) - 1);
	return mem_fmt(ctx, "%.24s.%ld", host, (long)getpid());
}

static enum err send_rounds(struct casework *w, struct conf *conf, outbox_adapter *adapter)
{
	struct outbox_round sum = {0, 0, 0}, r;
	const char *me = my_name(w->ctx);
	void *whole = w->ctx;
	enum err e;

	do {
		w->ctx = talloc_new(whole);
		w->now = msec_now();
		e = outbox_send(w, me, ROUND, adapter, conf, &r);
		talloc_free(w->ctx);
		sum.sent += r.sent;
		sum.failed += r.failed;
		sum.dead += r.dead;
	} while (e == ERR_NONE && r.sent + r.failed + r.dead == ROUND);
	w->ctx = whole;
	if (sum.sent + sum.failed + sum.dead > 0)
		log_info("%lld sent, %lld to be tried again, %lld given up", (long long)sum.sent, (long long)sum.failed,
			 (long long)sum.dead);
	return e;
}

static enum err run(void *ctx)
{
	struct conf *conf = mem_new(ctx, struct conf);
	struct casework w = {.ctx = ctx, .conf = conf};
	struct keys *keys;

	TRY(conf_load(ctx, text_or(getenv("PORTAL_CONF"), ""), conf));
	time_follow_file(conf->now_file);
	outbox_adapter *adapter = adapter_find(conf);
	if (!adapter)
		return log_err(ERR_INVALID, "outbox_adapter = %s: no such adapter, or what it needs is not set",
			       conf->outbox_adapter);
	TRY(crypt_start());
	TRY(mail_start());
	TRY(keys_load(ctx, conf->key_file, &keys));
	w.keys = keys;
	TRY(db_open(ctx, conf, "sender", &w.db));
	return send_rounds(&w, conf, adapter);
}

int main(void)
{
	log_start("sender");
	mem_init();
	void *ctx = talloc_new(NULL);
	enum err e = run(ctx);
	talloc_free(ctx);
	return e == ERR_NONE ? EXIT_SUCCESS : EXIT_FAILURE;
}
