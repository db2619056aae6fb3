/* mask.c - personal data as others may see it. */
#include "domain/mask.h"

#include <string.h>

#include "base/mem.h"
#include "base/text.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* --- names --------------------------------------------------------------------------------------------- */

/* Surnames of two characters that are still in use. */
static const char compound_surnames[][2 * 3 + 1] = {
	"欧阳", "上官", "司马", "诸葛", "皇甫", "令狐", "司徒", "司空", "司寇", "夏侯", "慕容", "尉迟", "长孙", "宇文",
	"公孙", "端木", "东方", "独孤", "南宫", "轩辕", "呼延", "闻人", "赫连", "澹台", "宗政", "濮阳", "太叔", "申屠",
	"仲孙", "钟离", "鲜于", "闾丘", "亓官", "巫马", "颛孙", "壤驷", "漆雕", "乐正", "拓跋", "百里", "东郭", "南门",
	"羊舌", "微生", "梁丘", "左丘", "西门", "第五", "万俟", "公冶", "公羊", "公良", "公西", "淳于", "单于", "太史",
	"纳兰", "完颜", "叶赫", "那拉", "达奚", "褚师", "宰父", "谷梁", "段干", "子车", "夹谷", "歐陽", "諸葛", "司馬",
};

static bool in_ranges(uint32_t c, const uint32_t (*ranges)[2], size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (c >= ranges[i][0] && c <= ranges[i][1])
			return true;
	}
	return false;
}

/* Belongs to the character before it and has no width of its own: combining marks, variation selectors. */
static bool is_attached(uint32_t c)
{
	static const uint32_t ranges[][2] = {{0x0300, 0x036F}, {0x180B, 0x180F}, {0x200B, 0x200F},
					     {0x2060, 0x2064}, {0xFE00, 0xFE0F}, {0xE0100, 0xE01EF}};

	return in_ranges(c, ranges, COUNT(ranges));
}

/* Stands between the parts of a name: blank, hyphen, point, apostrophe, the dots of minority names. */
static bool is_separator(uint32_t c)
{
	static const uint32_t ranges[][2] = {{' ', ' '},       {'\'', '\''},     {'-', '.'},       {0x00B7, 0x00B7},
					     {0x2022, 0x2022}, {0x2027, 0x2027}, {0x30FB, 0x30FB}, {0x3000, 0x3000},
					     {0xFF0E, 0xFF0E}, {0xFF65, 0xFF65}};

	return in_ranges(c, ranges, COUNT(ranges));
}

/* How many characters of a name may be seen. */
static size_t name_shown(const char *name)
{
	size_t letters = 0;
	bool parts = false;
	const char *at = name;

	for (uint32_t c; (c = utf8_next(&at)) != 0;) {
		letters += !is_separator(c) && !is_attached(c);
		parts = parts || is_separator(c);
	}
	if (letters < 2)
		return 0;
	for (size_t i = 0; letters > 2 && !parts && i < COUNT(compound_surnames); i++) {
		if (strncmp(name, compound_surnames[i], 2 * 3) == 0)
			return 2;
	}
	return 1;
}

char *mask_name(void *ctx, const char *name)
{
	const char *at = text_or(name, ""), *next = at;
	size_t shown = name_shown(at), letters = 0, n = 0;
	char *out = mem_array(ctx, char, strlen(at) + 1); /* no character gets longer */

	for (uint32_t c; (c = utf8_next(&next)) != 0; at = next) {
		if (!is_separator(c) && !is_attached(c) && ++letters > shown) {
			out[n++] = '*';
		} else if (is_separator(c) || letters <= shown) {
			memcpy(out + n, at, (size_t)(next - at));
			n += (size_t)(next - at);
		}
	}
	out[n] = '\0';
	return out;
}

/* --- numbers ------------------------------------------------------------------------------------------- */

/* The first `head` and the last `tail` characters of s, a star for each between. */
static char *middle_masked(void *ctx, const char *s, size_t head, size_t tail)
{
	size_t chars = utf8_len(s), stars = chars - head - tail;
	size_t head_bytes = utf8_prefix(s, head), tail_at = utf8_prefix(s, chars - tail);
	size_t tail_bytes = strlen(s) - tail_at;
	char *out = mem_array(ctx, char, head_bytes + stars + tail_bytes + 1);

	memcpy(out, s, head_bytes);
	memset(out + head_bytes, '*', stars);
	memcpy(out + head_bytes + stars, s + tail_at, tail_bytes);
	return out;
}

char *mask_identity(void *ctx, enum identity_type type, const char *no)
{
	static const struct {
		size_t chars, head, tail; /* from this many characters on */
	} rules[] = {{15, 3, 4}, {8, 2, 2}, {3, 1, 1}, {0, 0, 0}};
	size_t i = 0, chars;

	no = text_or(no, "");
	if (type == IDENTITY_USCC)
		return mem_str(ctx, no);
	chars = utf8_len(no);
	while (chars < rules[i].chars)
		i++;
	return middle_masked(ctx, no, rules[i].head, rules[i].tail);
}

char *mask_phone(void *ctx, const char *phone)
{
	enum phone_kind kind;
	size_t area;

	phone = text_or(phone, "");
	if (phone_check(phone, &kind) != PHONE_FINE)
		return middle_masked(ctx, phone, 0, utf8_len(phone) >= 7 ? 2 : 0);
	if (kind == PHONE_MOBILE)
		return middle_masked(ctx, phone, 3, 4);
	area = strcspn(phone, "-") + 1;
	return middle_masked(ctx, phone, area, strlen(phone) - area - 4);
}

/* --- addresses ----------------------------------------------------------------------------------------- */

/* Places small enough to stop at; longer words before the shorter ones they begin with. */
static const char *const streets[] = {"街道", "胡同", "苏木", "嘎查", "路", "街", "道", "巷", "弄", "镇", "乡", "村"};
/* Places too large to be the street, which may have one of the above in their name: 路南区, 景德镇市, 道县. */
static const char *const districts[] = {"省", "市", "区", "县", "旗"};
/* ... 区 that is no district */
static const char *const estates[] = {"小区", "社区", "园区", "校区", "厂区", "院区", "矿区", "库区"};

/* Length of the word of a list that s begins with, or 0. */
static size_t begins_with(const char *s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (text_starts(s, words[i]))
			return strlen(words[i]);
	}
	return 0;
}

/* What follows a street's word makes it part of a district's name: at once, or after one more character. */
static bool inside_district_name(const char *after)
{
	const char *later = after + utf8_prefix(after, 1);

	return begins_with(after, districts, COUNT(districts)) > 0 ||
	       (begins_with(later, districts + 1, COUNT(districts) - 1) > 0 &&
		begins_with(after, estates, COUNT(estates)) == 0);
}

static bool is_digit(const char *s)
{
	uint32_t c = utf8_next(&s);

	return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* Bytes of an address that may be seen: through the first street, else through the last district, always before the
 * first digit. */
static size_t address_shown(const char *address)
{
	size_t shown = 0;

	for (const char *at = address; *at && !is_digit(at);) {
		size_t street = begins_with(at, streets, COUNT(streets));
		size_t step = utf8_prefix(at, 1);

		if (street > 0 && !inside_district_name(at + street))
			return (size_t)(at - address) + street;
		if (begins_with(at, estates, COUNT(estates)) > 0)
			step = utf8_prefix(at, 2);
		else if (begins_with(at, districts, COUNT(districts)) > 0)
			shown = (size_t)(at - address) + step;
		at += step;
	}
	return shown;
}

char *mask_address(void *ctx, const char *address)
{
	address = text_or(address, "");
	if (!*address)
		return mem_str(ctx, "");
	return mem_fmt(ctx, "%.*s***", (int)address_shown(address), address);
}
