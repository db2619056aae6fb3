/* What others may see of names, numbers and addresses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "domain/mask.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

struct pair {
	const char *plain, *masked;
};

static int ctx_make(void **state)
{
	*state = talloc_new(NULL);
	return *state ? 0 : -1;
}

static int ctx_free(void **state)
{
	return talloc_free(*state);
}

static void names(void **state)
{
	static const struct pair names[] = {
		{"张三", "张*"},
		{"张三丰", "张**"},
		{"欧阳小明", "欧阳**"},
		{"欧阳明", "欧阳*"},
		{"欧阳", "欧*"}, /* surname 欧, name 阳 */
		{"司马相如", "司马**"},
		{"东方红日", "东方**"},
		{"张", "*"},
		{"𠮷", "*"},
		{"𠮷田太郎", "𠮷***"},
		{"王𠮷", "王*"},
		{"葛\xF3\xA0\x84\x80" "三", "葛\xF3\xA0\x84\x80" "*"}, /* a variation selector is part of its character */
		{"王葛\xF3\xA0\x84\x80", "王*"},
		{"阿卜杜拉·买买提", "阿***·***"},
		{"阿布•艾力", "阿*•**"},
		{"欧阳·买提", "欧*·**"}, /* names with a dot are no Han surnames */
		{"John Smith", "J*** *****"},
		{"Jean-Luc", "J***-***"},
		{"", ""},
		{NULL, ""},
	};

	for (size_t i = 0; i < LEN(names); i++)
		assert_string_equal(mask_name(*state, names[i].plain), names[i].masked);
}

static void identity_numbers(void **state)
{
	static const struct {
		enum identity_type type;
		struct pair p;
	} numbers[] = {
		{IDENTITY_RESIDENT, {"410599199003070028", "410***********0028"}},
		{IDENTITY_HMT_RESIDENCE, {"830000198005200011", "830***********0011"}},
		{IDENTITY_FOREIGN_RESIDENCE, {"USA110080010101", "USA********0101"}},
		{IDENTITY_PASSPORT, {"E12345678", "E1*****78"}},
		{IDENTITY_PASSPORT, {"AB123", "A***3"}},
		{IDENTITY_HK_MACAU_PERMIT, {"H12345678", "H1*****78"}},
		{IDENTITY_TAIWAN_PERMIT, {"12345678", "12****78"}},
		{IDENTITY_USCC, {"91410599MAXX00015U", "91410599MAXX00015U"}},
		{IDENTITY_PASSPORT, {"𠮷1", "**"}},
		{IDENTITY_PASSPORT, {"", ""}},
		{IDENTITY_RESIDENT, {NULL, ""}},
	};

	for (size_t i = 0; i < LEN(numbers); i++)
		assert_string_equal(mask_identity(*state, numbers[i].type, numbers[i].p.plain), numbers[i].p.masked);
}

static void telephones(void **state)
{
	static const struct pair phones[] = {
		{"13800000001", "138****0001"}, {"0372-1234567", "0372-****567"}, {"010-12345678", "010-****5678"},
		{"12345678", "******78"},       {"12345", "*****"},               {"", ""},
		{NULL, ""},
	};

	for (size_t i = 0; i < LEN(phones); i++)
		assert_string_equal(mask_phone(*state, phones[i].plain), phones[i].masked);
}

static void addresses(void **state)
{
	static const struct pair addresses[] = {
		{"河南省安阳市文峰区中华路街道幸福小区3号楼2单元501", "河南省安阳市文峰区中华路***"},
		{"河南省安阳市文峰区东关街道幸福小区3号楼", "河南省安阳市文峰区东关街道***"},
		{"河南省安阳市北关区人民大道88号", "河南省安阳市北关区人民大道***"},
		{"河北省唐山市路南区新华道12号", "河北省唐山市路南区新华道***"},
		{"江西省景德镇市昌江区瓷都大道1号", "江西省景德镇市昌江区瓷都大道***"},
		{"河南省新乡市红旗区平原路５号", "河南省新乡市红旗区平原路***"},
		{"湖南省永州市道县上关街3号", "湖南省永州市道县上关街***"},
		{"江苏省镇江市京口区中山东路9号", "江苏省镇江市京口区中山东路***"},
		{"某县某镇某村12组3号", "某县某镇***"},
		{"西藏自治区拉萨市城关区北京中路8号", "西藏自治区拉萨市城关区北京中路***"},
		{"三里屯路12号", "三里屯路***"},
		{"安阳市文峰区幸福小区3号楼", "安阳市文峰区***"}, /* no street: the district */
		{"幸福小区3号楼", "***"},
		{"3号楼501，中华路", "***"}, /* nothing after a number */
		{"", ""},
		{NULL, ""},
	};

	for (size_t i = 0; i < LEN(addresses); i++)
		assert_string_equal(mask_address(*state, addresses[i].plain), addresses[i].masked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names),
		cmocka_unit_test(identity_numbers),
		cmocka_unit_test(telephones),
		cmocka_unit_test(addresses),
	};

	return cmocka_run_group_tests_name("mask", tests, ctx_make, ctx_free);
}
