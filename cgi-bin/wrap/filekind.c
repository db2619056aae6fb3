#include "wrap/filekind.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/text.h"

static const struct file_kind_row kinds[] = {
    {FILE_PDF, "pdf", "PDF 文件", "application/pdf", ".pdf", NULL},
    {FILE_JPG, "jpg", "JPG 图片", "image/jpeg", ".jpg", ".jpeg"},
    {FILE_PNG, "png", "PNG 图片", "image/png", ".png", NULL},
    {FILE_OFD, "ofd", "OFD 文件", "application/ofd", ".ofd", NULL},
    {FILE_DOCX, "docx", "Word 文件",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", NULL},
    {FILE_XLSX, "xlsx", "Excel 表格", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
     ".xlsx", NULL},
};
#define ENDING_MAX 8 /* characters after the dot */
#define KINDS      (sizeof(kinds) / sizeof(kinds[0]))

const struct file_kind_row *file_kind_row(enum file_kind kind)
{
	for (size_t i = 0; i < KINDS; i++)
		if (kinds[i].kind == kind)
			return &kinds[i];
	return NULL;
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

const char *file_name_ending(const char *file_name)
{
	const char *dot = file_name ? strrchr(file_name, '.') : NULL;
	bool letter = false;
	size_t n = 0;

	if (!dot)
		return "";
	while (is_letter(dot[1 + n]) || is_digit(dot[1 + n]))
		letter |= is_letter(dot[1 + n++]);
	return letter && n <= ENDING_MAX && dot[1 + n] == '\0' ? dot : "";
}

char *file_name_as(void *ctx, const char *file_name, enum file_kind kind)
{
	const struct file_kind_row *row = file_kind_row(kind);

	if (!row || file_kind_named(file_name) == kind)
		return mem_str(ctx, text_or(file_name, "文件"));
	return mem_fmt(ctx, "%s%s", text_or(file_name, "文件"), row->ending);
}

enum file_kind file_kind_named(const char *file_name)
{
	const char *ending = file_name_ending(file_name);

	for (size_t i = 0; i < KINDS; i++)
		if (strcasecmp(ending, kinds[i].ending) == 0 ||
		    (kinds[i].ending2 && strcasecmp(ending, kinds[i].ending2) == 0))
			return kinds[i].kind;
	return FILE_UNKNOWN;
}

/* --- masks -------------------------------------------------------------------------------------- */

bool file_kinds_parse(const char *list, uint32_t *mask)
{
	uint32_t sum = 0;

	for (;;) {
		size_t n = strcspn(list, ","), i = 0;

		while (i < KINDS && (strlen(kinds[i].name) != n || memcmp(kinds[i].name, list, n) != 0))
			i++;
		if (i == KINDS)
			return false;
		sum |= (uint32_t)kinds[i].kind;
		if (list[n] == '\0')
			break;
		list += n + 1;
	}
	*mask = sum;
	return true;
}

static char *append(char *list, const char *between, const char *item)
{
	return mem_fmt(talloc_parent(list), "%s%s%s", list, *list ? between : "", item);
}

char *file_kinds_label(void *ctx, uint32_t mask)
{
	char *list = mem_str(ctx, "");

	for (size_t i = 0; i < KINDS; i++)
		if (mask & (uint32_t)kinds[i].kind)
			list = append(list, "、", kinds[i].label);
	return list;
}

char *file_kinds_accept(void *ctx, uint32_t mask)
{
	char *list = mem_str(ctx, "");

	for (size_t i = 0; i < KINDS; i++) {
		if (!(mask & (uint32_t)kinds[i].kind))
			continue;
		list = append(list, ",", kinds[i].ending);
		if (kinds[i].ending2)
			list = append(list, ",", kinds[i].ending2);
	}
	return list;
}

/* --- sentences ---------------------------------------------------------------------------------- */

#define KB 1024
#define MB 1048576

/* Whole kilobytes, or tenths of a megabyte; rounded up or down. */
static char *size_text(void *ctx, int64_t bytes, bool up)
{
	int64_t tenths = (bytes * 10 + (up ? MB - 1 : 0)) / MB;

	if (bytes < MB)
		return mem_fmt(ctx, "%" PRId64 " KB", (bytes + (up ? KB - 1 : 0)) / KB);
	if (tenths % 10 == 0)
		return mem_fmt(ctx, "%" PRId64 " MB", tenths / 10);
	return mem_fmt(ctx, "%" PRId64 ".%" PRId64 " MB", tenths / 10, tenths % 10);
}

char *file_size_text(void *ctx, int64_t bytes)
{
	return size_text(ctx, bytes, true);
}

/* The faults that need no more than a sentence. */
/* clang-format off */
static const char *const plain[FILE_FAULTS] = {
    [FILE_FINE] = "",
    [FILE_EMPTY] = "这个文件是空的，里面没有内容。请检查后重新选择文件。",
    [FILE_DAMAGED] = "这个文件已经损坏或者没有传完整，我们打不开。请先在您的手机或电脑上打开看看，再重新上传。",
    [FILE_LOCKED] = "这个文件设了密码，工作人员打不开。请取消密码后再上传。",
    [FILE_SCRIPTED] = "这个 PDF 文件里带有会自动运行的程序，为了安全不能上传。请用“打印”里的“另存为 PDF”重新生成一份，再上传。",
    [FILE_ATTACHMENT] = "这个 PDF 文件里夹带了别的文件，为了安全不能上传。请去掉附件，或者用“打印”里的“另存为 PDF”重新生成一份，再上传。",
    [FILE_MACRO] = "这个文件里带有宏或控件程序，为了安全不能上传。请另存为不带宏的文件，或者另存为 PDF 后再上传。",
    [FILE_NESTED] = "这个文件里面夹带了压缩包或程序，为了安全不能上传。请去掉它们，或者另存为 PDF 后再上传。",
    [FILE_TRICK] = "这个文件的内部结构不正常，为了安全不能上传。请用 Word、WPS 等软件打开并重新保存一份，再上传。",
    [FILE_BOMB] = "这个文件展开以后太大，我们没法检查。请减少内容或分成几个文件，再上传。",
    [FILE_IMAGE_HUGE] = "这张图片的尺寸太大，没法正常显示。请把图片缩小，或者降低扫描精度后再上传。",
    [FILE_TOO_COMPLEX] = "这个文件太复杂，没法在规定时间内检查完。请用“打印”里的“另存为 PDF”重新生成一份，或者分成几个文件，再上传。",
};
/* clang-format on */

static const char *say_too_large(void *ctx, const struct file_rules *rules, int64_t size)
{
	return mem_fmt(ctx,
		       "文件太大：您的文件有 %s，最大可以上传 %s。请压缩图片，或者分成几个文件后再上传。",
		       size_text(ctx, size, true), size_text(ctx, rules->max_bytes, false));
}

/* What the content is, in words; NULL when we cannot tell. */
static const char *content_label(const struct file_verdict *v)
{
	const struct file_kind_row *row = file_kind_row(v->kind);

	if (row)
		return row->label;
	return v->stranger ? v->stranger->label : NULL;
}

static const char *advice(const struct file_verdict *v)
{
	return v->stranger && v->stranger->advice ? v->stranger->advice : "";
}

/* Chinese text has a blank before a Latin word. */
static const char *blank_before(const char *label)
{
	return (unsigned char)*label < 0x80 ? " " : "";
}

static const char *say_not_allowed(void *ctx, const struct file_verdict *v, const struct file_rules *rules)
{
	const char *label = text_or(content_label(v), "这种文件");

	return mem_fmt(ctx, "这里不能上传%s%s。可以上传的有：%s。%s", blank_before(label), label,
		       file_kinds_label(ctx, rules->kinds), advice(v));
}

static const char *say_misnamed(void *ctx, const struct file_verdict *v, const char *file_name)
{
	const char *ending = file_name_ending(file_name), *label = content_label(v);
	const struct file_kind_row *row = file_kind_row(v->kind);

	if (row)
		return mem_fmt(
		    ctx, "文件名的结尾是“%s”，内容却是%s%s。请把文件名的结尾改成“%s”，或者重新选择文件。",
		    ending, blank_before(label), label, row->ending);
	if (label)
		return mem_fmt(ctx, "文件名的结尾是“%s”，内容却是%s%s，不能上传。%s", ending,
			       blank_before(label), label, text_or(advice(v), "请重新选择文件。"));
	return mem_fmt(ctx,
		       "文件名的结尾是“%s”，内容却对不上：文件可能已经损坏，或者改过名字。请重新选择文件。",
		       ending);
}

const char *file_fault_say(void *ctx, const struct file_verdict *v, const struct file_rules *rules,
			   const char *file_name, int64_t size)
{
	if (v->fault == FILE_TOO_LARGE)
		return say_too_large(ctx, rules, size);
	if (v->fault == FILE_NOT_ALLOWED)
		return say_not_allowed(ctx, v, rules);
	if (v->fault == FILE_MISNAMED)
		return say_misnamed(ctx, v, file_name);
	return plain[v->fault];
}
