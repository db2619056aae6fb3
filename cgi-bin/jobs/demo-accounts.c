/* demo-accounts - accounts for trying the portal out, from the list that make run prints.
 *
 *   demo-accounts accounts.txt
 *
 * Lines of two blanks, a word and fields between blanks are accounts; other lines are for people:
 *   citizen  <resident ID> <mobile> <name>
 *   company  <credit code> <mobile> <name> <legal representative> <contact>
 *   staff    <login> <department, or -> <name> <post> <role>[,<role>...]
 *   letter   <number> <department> <matter's code> <power>[,<power>] <first day> <last day> <signed by>
 *   duty     <window> <post, A or B> <login> <first day>
 * The password stands behind "The password of every one:".  Accounts that exist are left as they are.
 * PORTAL_CONF names the settings.  Exit status: 0 done, 1 failed (nothing was written), 2 usage. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/case.h"
#include "domain/identity.h"
#include "domain/mask.h"
#include "gen/sql.h"

#define PASSWORD_MARK "The password of every one: "
#define FIELDS_MAX 8
#define TRAINED "2026-01-05" /* a day on which the sample staff finished their training */
#define VALID_FROM "2020-01-01"
#define APPROVER "示例·单位负责人"

struct line {
	const char *field[FIELDS_MAX];
	size_t n;
};

struct list {
	const struct casework *w;
	const char *password;
	struct line *lines;
	size_t n;
};

/* --- reading ----------------------------------------------------------------------------------------- */

static void fields_read(void *ctx, const char *text, struct line *out)
{
	out->n = 0;
	for (const char *p = text; *p && out->n < FIELDS_MAX;) {
		p += strspn(p, " ");
		size_t n = strcspn(p, " ");
		if (n > 0)
			out->field[out->n++] = mem_copy(ctx, p, n);
		p += n;
	}
}

static void line_read(struct list *l, const char *text)
{
	if (text_starts(text, "  ")) {
		l->lines = mem_grow(l->w->ctx, l->lines, struct line, l->n + 1);
		fields_read(l->w->ctx, text, &l->lines[l->n++]);
		return;
	}
	const char *mark = strstr(text, PASSWORD_MARK);
	if (mark)
		l->password = text_trim(l->w->ctx, mark + strlen(PASSWORD_MARK));
}

static enum err list_read(const char *path, struct list *l)
{
	char text[512];
	FILE *f = fopen(path, "re");

	if (!f)
		return log_err(ERR_INVALID, "%s: %s", path, strerror(errno));
	while (fgets(text, sizeof(text), f)) {
		text[strcspn(text, "\n")] = '\0';
		line_read(l, text);
	}
	fclose(f);
	return l->password ? ERR_NONE : log_err(ERR_INVALID, "%s has no line with the password", path);
}

/* --- writing ----------------------------------------------------------------------------------------- */

static struct bytes seal(const struct casework *w, const char *where, const char *plain)
{
	return field_seal(w->ctx, w->keys, where, 0, plain);
}

static enum err put_applicant(const struct list *l, const struct line *in)
{
	bool company = text_eq(in->field[0], "company");
	enum identity_type type = company ? IDENTITY_USCC : IDENTITY_RESIDENT;
	const struct casework *w = l->w;
	char *hash;

	TRY(password_hash(w->ctx, l->password, &hash));
	return sql_demo_account_put(w->db,
				    &(struct sql_demo_account_put_in){
					    .kind = company ? "legal" : "natural",
					    .id_type = identity_code(type),
					    .id_sealed = seal(w, "account.id_sealed", in->field[1]),
					    .id_bidx = blind_index(w->ctx, w->keys, "id_no", in->field[1]),
					    .id_mask = mask_identity(w->ctx, type, in->field[1]),
					    .name = in->field[3],
					    .phone_sealed = seal(w, "account.phone_sealed", in->field[2]),
					    .phone_bidx = blind_index(w->ctx, w->keys, "phone", in->field[2]),
					    .phone_mask = mask_phone(w->ctx, in->field[2]),
					    .address_sealed = seal(w, "account.address_sealed", "示例市为民路100号"),
					    .legal_rep = company ? in->field[4] : NULL,
					    .contact = company ? in->field[5] : NULL,
					    .pw_hash = hash,
					    .now = w->now,
				    },
				    NULL);
}

static enum err put_roles(const struct casework *w, int64_t staff_id, const char *roles)
{
	day from = DAY_NONE;

	if (!day_parse(VALID_FROM, &from))
		return ERR_INTERNAL;
	for (const char *p = roles; *p;) {
		size_t n = strcspn(p, ",");
		const char *role = mem_copy(w->ctx, p, n);
		if (!role_bits(role))
			return log_err(ERR_INVALID, "there is no role %s", role);
		TRY(sql_demo_role_put(w->db,
				      &(struct sql_demo_role_put_in){.staff_id = staff_id, .role = role,
								     .valid_from = from, .approver = APPROVER},
				      NULL));
		p += n;
		p += *p == ',';
	}
	return ERR_NONE;
}

static enum err put_staff(const struct list *l, const struct line *in)
{
	const struct casework *w = l->w;
	struct sql_demo_staff_get_row *row;
	day trained = DAY_NONE;
	char *hash;

	if (!day_parse(TRAINED, &trained))
		return ERR_INTERNAL;
	TRY(password_hash(w->ctx, l->password, &hash));
	TRY(sql_demo_staff_put(w->db,
			       &(struct sql_demo_staff_put_in){
				       .login = in->field[1],
				       .name = in->field[3],
				       .dept_code = text_eq(in->field[2], "-") ? NULL : in->field[2],
				       .post = in->field[4],
				       .pw_hash = hash,
				       .trained_on = trained,
				       .now = w->now,
			       },
			       NULL));
	TRY(sql_demo_staff_get(w->db, w->ctx, &(struct sql_demo_staff_get_in){.login = in->field[1]}, &row));
	return put_roles(w, row->id, in->field[5]);
}

/* put_letter - powers come with commas, and are kept with blanks. */
static enum err put_letter(const struct list *l, const struct line *in)
{
	const struct casework *w = l->w;
	struct sql_demo_letter_put_in letter = {.number = in->field[1], .dept_code = in->field[2], .code = in->field[3],
						.signed_by = in->field[7], .now = w->now};
	char *powers = mem_str(w->ctx, in->field[4]);

	for (char *p = powers; *p; p++)
		*p = *p == ',' ? ' ' : *p;
	letter.powers = powers;
	if (!day_parse(in->field[5], &letter.valid_from) || !day_parse(in->field[6], &letter.valid_until))
		return log_err(ERR_INVALID, "the days of the letter %s are not days", in->field[1]);
	return sql_demo_letter_put(w->db, &letter, NULL);
}

/* put_duty - where an officer sits; nothing when there is no such window. */
static enum err put_duty(const struct list *l, const struct line *in)
{
	struct sql_demo_duty_put_in duty = {.window_code = in->field[1], .post = in->field[2], .login = in->field[3]};

	if (!day_parse(in->field[4], &duty.from_day))
		return log_err(ERR_INVALID, "the day of the duty at %s is no day", in->field[1]);
	return sql_demo_duty_put(l->w->db, &duty, NULL);
}

static const struct {
	const char *word;
	size_t fields; /* with the word */
	enum err (*put)(const struct list *l, const struct line *in);
} kinds[] = {{"citizen", 4, put_applicant}, {"company", 6, put_applicant}, {"staff", 6, put_staff}, {"letter", 8, put_letter},
	     {"duty", 5, put_duty}};

static enum err put_line(const struct list *l, const struct line *in)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (in->n == kinds[i].fields && text_eq(in->field[0], kinds[i].word))
			return kinds[i].put(l, in);
	return log_err(ERR_INVALID, "a line of the list is not as it should be: %s %s", in->n > 0 ? in->field[0] : "",
		       in->n > 1 ? in->field[1] : "");
}

static enum err put_all(void *arg)
{
	const struct list *l = arg;

	for (size_t i = 0; i < l->n; i++)
		TRY(put_line(l, &l->lines[i]));
	return ERR_NONE;
}

static enum err run(void *ctx, const char *path)
{
	struct conf *conf = mem_new(ctx, struct conf);
	struct casework w = {.ctx = ctx, .conf = conf};
	struct list l = {.w = &w};
	struct keys *keys;

	TRY(conf_load(ctx, text_or(getenv("PORTAL_CONF"), ""), conf));
	time_follow_file(conf->now_file);
	TRY(crypt_start());
	TRY(keys_load(ctx, conf->key_file, &keys));
	w.keys = keys;
	w.now = msec_now();
	TRY(list_read(path, &l));
	TRY(db_open(ctx, conf, "demo-accounts", &w.db));
	return db_tx(w.db, put_all, &l);
}

int main(int argc, char **argv)
{
	log_start("demo-accounts");
	mem_init();
	if (argc != 2) {
		fprintf(stderr, "usage: demo-accounts accounts.txt\n");
		return 2;
	}
	void *ctx = talloc_new(NULL);
	enum err e = run(ctx, argv[1]);
	talloc_free(ctx);
	return e == ERR_NONE ? EXIT_SUCCESS : EXIT_FAILURE;
}
