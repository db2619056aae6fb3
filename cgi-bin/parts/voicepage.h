/* voicepage.h - forms and pieces of pages that complaints and enquiries have in common, online and at the desk. */
#ifndef PARTS_VOICEPAGE_H
#define PARTS_VOICEPAGE_H

#include "domain/complaint_letter.h"
#include "domain/enquiry.h"
#include "parts/work.h"
#include "web/form.h"
#include "web/page.h"

/* channel: at the desk only */
#define COMPLAIN(F, S)                                                                                                    \
	F(S, TOKEN, key, "表单编号", 8, 60, FORM_REQUIRED, NULL)                                                          \
	F(S, CHOICE, channel, "怎样来反映的", 0, 8, 0, "counter|phone")                                                   \
	F(S, CHOICE, kind, "是哪一类", 1, 12, FORM_REQUIRED, "complaint|suggestion|demand|opinion|report")                \
	F(S, CHOICE, about, "反映的是什么", 1, 8, FORM_REQUIRED, "case|window|person|none")                               \
	F(S, TEXT, about_text, "编号、窗口或者人", 0, 100, 0, NULL)                                                       \
	F(S, CHOICE, fault, "哪里不对", 0, 12, 0, "attitude|progress|receipt|content|process|system|time|result|list|absent|unknown") \
	F(S, TEXT, dept, "哪个部门", 0, 32, 0, NULL)                                                                      \
	F(S, TEXT, facts, "怎么回事", COMPLAINT_FACTS_MIN, COMPLAINT_FACTS_MAX, FORM_REQUIRED | FORM_MULTILINE, NULL)     \
	F(S, CHOICE, who, "留不留姓名", 1, 9, FORM_REQUIRED, "named|anonymous")                                           \
	F(S, TEXT, name, "姓名", 0, 30, 0, NULL)                                                                          \
	F(S, TEXT, phone, "电话", 0, 30, 0, NULL)
FORM_DECLARE(complain, COMPLAIN)

#define ASK(F, S)                                                                                                  \
	F(S, TOKEN, key, "表单编号", 8, 60, FORM_REQUIRED, NULL)                                                   \
	F(S, CHOICE, channel, "怎样来问的", 0, 8, 0, "counter|phone|letter")                                       \
	F(S, TEXT, matter, "和哪个事项有关", 0, 40, 0, NULL)                                                       \
	F(S, TEXT, question, "您想问什么", ENQUIRY_QUESTION_MIN, ENQUIRY_QUESTION_MAX, FORM_REQUIRED | FORM_MULTILINE, NULL) \
	F(S, TEXT, name, "怎么称呼您", 0, 30, 0, NULL)                                                             \
	F(S, TEXT, phone, "电话", 0, 30, 0, NULL)
FORM_DECLARE(ask, ASK)

#define VOICE_FIND(F, S)                                                \
	F(S, TEXT, number, "编号", 8, 60, FORM_REQUIRED, NULL)          \
	F(S, TEXT, code, "查询码", 1, 20, FORM_REQUIRED, NULL)
FORM_DECLARE(voice_find, VOICE_FIND)

/* every act on a complaint or an enquiry, by whoever may; which words it needs is for the domain's table */
#define VOICE_ACT(F, S)                                                                                                   \
	F(S, TOKEN, act, "操作", 1, 12, FORM_REQUIRED, NULL)                                                              \
	F(S, INT, version, "版本", 1, 2000000000, FORM_REQUIRED, NULL)                                                    \
	F(S, TEXT, fault, "属于哪一种情形", 0, 12, 0, NULL)                                                               \
	F(S, TEXT, unit, "由谁办理", 0, 32, 0, NULL)                                                                      \
	F(S, CHOICE, finding, "调查的结论", 0, 10, 0, "upheld|partly|unfounded|guided")                                   \
	F(S, TEXT, name, "工作人员姓名", 0, 60, 0, NULL)                                                                  \
	F(S, CHOICE, way, "答复的方式", 0, 8, 0, "page|phone|window|dept")                                                \
	F(S, DAY, later, "哪一天答复", 0, 0, 0, NULL)                                                                     \
	F(S, TEXT, words, "内容", 0, 3000, FORM_MULTILINE, NULL)
FORM_DECLARE(voice_act, VOICE_ACT)

/* voicepage_complain - {{>FIELDS}}: the form, with what was typed.  desk: an officer writes it down. */
MUST_CHECK enum err voicepage_complain(struct request *q, struct page *p, bool desk);
MUST_CHECK enum err voicepage_ask(struct request *q, struct page *p, bool desk);
/* the form as the domain wants it */
struct complaint_new voicepage_complaint_new(const struct request *q, const char *channel);
struct enquiry_new voicepage_enquiry_new(const struct request *q, const char *channel);
/* voicepage_wrong - *field and *say of the domain into the form; the caller shows the page again with status 422. */
void voicepage_wrong(struct request *q, struct page *p, const char *field, const char *say);

/* voicepage_phone - section PHONE_GIVEN, when the centre has a telephone for it. */
void voicepage_phone(const struct request *q, struct tpl *d);
/* voicepage_track - address that leads to the progress of a token's complaint or enquiry.  voicepage_qr - {{>QR}} in d. */
char *voicepage_track(const struct request *q, const char *token);
MUST_CHECK enum err voicepage_qr(const struct request *q, struct tpl *d, const char *url);
/* voicepage_complaint - what a complaint is about and where it stands, into d, in the words of the rule for officers, in plain
 * ones for its writer.  voicepage_course - its record; the writer sees what is told to them, without clauses. */
enum voice_reader { VOICE_WRITER, VOICE_OFFICER };
void voicepage_complaint(struct tpl *d, const struct complaint *c, enum voice_reader reader);
MUST_CHECK enum err voicepage_course(struct tpl *d, const struct casework *w, const struct complaint *c,
				     enum voice_reader reader);
/* voicepage_files - section FILE; base: address before the number of a file. */
MUST_CHECK enum err voicepage_files(struct request *q, struct tpl *d, const struct casework *w, int64_t complaint_id,
				    const char *base);
/* voicepage_letters - section LETTER for each written reply; base: address before its level. */
MUST_CHECK enum err voicepage_letters(struct tpl *d, const struct casework *w, const struct complaint *c, const char *base);
/* voicepage_letter - a written reply (level as it stands in the address) as a sheet, {{>SHEET}} of p; voicepage_letter_pdf - the same
 * words as a PDF.  qr: where its code leads.  errors: ERR_NOT_FOUND, ERR_UNAVAILABLE. */
struct voice_letter {
	const struct complaint *c;
	const char *level, *qr;
};
MUST_CHECK enum err voicepage_letter(struct request *q, struct page *p, const struct casework *w, const struct voice_letter *v);
MUST_CHECK enum err voicepage_letter_pdf(struct request *q, struct page *p, const struct casework *w,
					 const struct voice_letter *v);
void voicepage_enquiry(struct tpl *d, const struct enquiry *e);
MUST_CHECK enum err voicepage_answers(struct tpl *d, const struct casework *w, const struct enquiry *e,
				      enum voice_reader reader);

/* voicepage_acts - what may be done now, of what is offered here in this order: a section ACTS of d with an ACT for each, as a button
 * or with its inputs, open with what was typed when it was refused. */
#define VOICE_ASK_ROUTE 1u
#define VOICE_ASK_FINDING 2u
#define VOICE_ASK_NAME 4u
#define VOICE_ASK_WAY 8u
#define VOICE_ASK_LATER 16u
#define VOICE_ASK_DEPT 32u
struct voice_offer {
	int action;
	unsigned ask; /* inputs besides its words */
	bool danger;  /* seldom wanted: small until it is opened */
};
struct voice_acts {
	const struct voice_rule *rule;
	const struct voice_offer *offers; /* end with action 0 */
	int state;
	uint32_t roles, facts;
	const char *url; /* where they are sent */
	int64_t version;
	const char *fault, *unit; /* chosen beforehand, or NULL */
};
MUST_CHECK enum err voicepage_acts(struct request *q, struct tpl *d, const struct voice_acts *x);

#endif
