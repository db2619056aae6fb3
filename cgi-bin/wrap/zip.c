#include "wrap/zip.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <zip.h>

#include "base/text.h"

#define READ_SIZE 65536

/* --- kinds -------------------------------------------------------------------------------------- */

static const struct package {
	enum file_kind kind;
	const char *parts[2]; /* entries that it must have */
} packages[] = {
    {FILE_OFD, {"OFD.xml", NULL}},
    {FILE_DOCX, {"[Content_Types].xml", "word/document.xml"}},
    {FILE_XLSX, {"[Content_Types].xml", "xl/workbook.xml"}},
};

static bool has(zip_t *z, const char *name)
{
	return !name || zip_name_locate(z, name, ZIP_FL_ENC_RAW) >= 0;
}

static enum file_kind kind_of(zip_t *z)
{
	for (size_t i = 0; i < sizeof(packages) / sizeof(packages[0]); i++)
		if (has(z, packages[i].parts[0]) && has(z, packages[i].parts[1]))
			return packages[i].kind;
	return FILE_UNKNOWN;
}

/* --- names -------------------------------------------------------------------------------------- */

enum part { PART_END, PART_FOLDER };

/* Names that have no place in a document: by the end of the name, or by a folder on the way.  Office files
 * may hold office files (a chart keeps its numbers in one), so those are not archives here. */
static const struct banned {
	enum part part;
	const char *text;
	enum file_fault fault;
} banned_names[] = {
    {PART_END, "vbaProject.bin", FILE_MACRO}, {PART_END, "vbaData.xml", FILE_MACRO},
    {PART_END, ".docm", FILE_MACRO},          {PART_END, ".dotm", FILE_MACRO},
    {PART_END, ".xlsm", FILE_MACRO},          {PART_END, ".xlsb", FILE_MACRO},
    {PART_END, ".pptm", FILE_MACRO},          {PART_FOLDER, "macrosheets", FILE_MACRO},
    {PART_FOLDER, "activeX", FILE_MACRO},     {PART_END, ".zip", FILE_NESTED},
    {PART_END, ".rar", FILE_NESTED},          {PART_END, ".7z", FILE_NESTED},
    {PART_END, ".gz", FILE_NESTED},           {PART_END, ".tar", FILE_NESTED},
    {PART_END, ".bz2", FILE_NESTED},          {PART_END, ".xz", FILE_NESTED},
    {PART_END, ".iso", FILE_NESTED},          {PART_END, ".cab", FILE_NESTED},
    {PART_END, ".jar", FILE_NESTED},          {PART_END, ".apk", FILE_NESTED},
    {PART_END, ".exe", FILE_NESTED},          {PART_END, ".dll", FILE_NESTED},
    {PART_END, ".com", FILE_NESTED},          {PART_END, ".scr", FILE_NESTED},
    {PART_END, ".msi", FILE_NESTED},          {PART_END, ".bat", FILE_NESTED},
    {PART_END, ".cmd", FILE_NESTED},          {PART_END, ".ps1", FILE_NESTED},
    {PART_END, ".vbs", FILE_NESTED},          {PART_END, ".js", FILE_NESTED},
    {PART_END, ".jse", FILE_NESTED},          {PART_END, ".wsf", FILE_NESTED},
    {PART_END, ".hta", FILE_NESTED},          {PART_END, ".lnk", FILE_NESTED},
    {PART_END, ".sh", FILE_NESTED},
};

static bool ends(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n >= m && strcasecmp(name + n - m, end) == 0;
}

/* Bytes of the path segment at s; old Windows programs wrote backslashes. */
static size_t segment_length(const char *s)
{
	return strcspn(s, "/\\");
}

static bool has_folder(const char *name, const char *folder)
{
	for (const char *s = name;;) {
		size_t n = segment_length(s);

		if (s[n] == '\0')
			return false;
		if (n == strlen(folder) && strncasecmp(s, folder, n) == 0)
			return true;
		s += n + 1;
	}
}

static enum file_fault banned_fault(const char *name)
{
	for (size_t i = 0; i < sizeof(banned_names) / sizeof(banned_names[0]); i++) {
		const struct banned *b = &banned_names[i];

		if (b->part == PART_END ? ends(name, b->text) : has_folder(name, b->text))
			return b->fault;
	}
	return FILE_FINE;
}

/* A relative path that stays below where it is unpacked. */
static bool path_ok(const char *name)
{
	if (name[0] == '\0' || name[0] == '/' || name[0] == '\\' || strchr(name, ':'))
		return false;
	for (const char *s = name; *s; s++)
		if ((unsigned char)*s < 0x20 || *s == 0x7F)
			return false;
	for (const char *s = name;; s++) {
		size_t n = segment_length(s);

		if (n == 2 && s[0] == '.' && s[1] == '.')
			return false;
		s += n;
		if (*s == '\0')
			return true;
	}
}

static bool is_link(zip_t *z, zip_uint64_t i)
{
	zip_uint8_t system = 0;
	zip_uint32_t attributes = 0;

	if (zip_file_get_external_attributes(z, i, 0, &system, &attributes) < 0)
		return false;
	return system == ZIP_OPSYS_UNIX && S_ISLNK(attributes >> 16);
}

/* --- one entry ---------------------------------------------------------------------------------- */

struct inspection {
	zip_t *z;
	uint64_t packed;   /* bytes of the file */
	uint64_t unpacked; /* bytes so far */
};

static bool too_much(const struct inspection *in)
{
	return in->unpacked > ZIP_TOTAL_MAX ||
	       (in->unpacked > ZIP_RATIO_FROM && in->unpacked / ZIP_RATIO_MAX > in->packed);
}

static bool is_archive(const uint8_t *p, size_t n)
{
	return (n >= 4 && memcmp(p, "PK\x03\x04", 4) == 0) || (n >= 4 && memcmp(p, "Rar!", 4) == 0) ||
	       (n >= 6 && memcmp(p, "7z\xBC\xAF\x27\x1C", 6) == 0);
}

/* An archive under another name, unless it is one of the documents that an office file may hold. */
static bool nested(const char *name, const uint8_t *p, size_t n)
{
	return is_archive(p, n) && !ends(name, ".docx") && !ends(name, ".xlsx") && !ends(name, ".pptx") &&
	       !ends(name, ".ofd");
}

static enum file_fault data_fault(struct inspection *in, zip_file_t *f, const char *name)
{
	uint8_t buf[READ_SIZE];
	bool first = true;
	zip_int64_t n;

	/* the library compares length and CRC at the end of the entry */
	while ((n = zip_fread(f, buf, sizeof(buf))) > 0) {
		if (first && nested(name, buf, (size_t)n))
			return FILE_NESTED;
		first = false;
		in->unpacked += (uint64_t)n;
		if (too_much(in))
			return FILE_BOMB;
	}
	return n < 0 ? FILE_DAMAGED : FILE_FINE;
}

static enum file_fault name_fault(zip_t *z, zip_uint64_t i, const char *name)
{
	/* two entries of one name: two programs would read different ones */
	if (!path_ok(name) || is_link(z, i) || zip_name_locate(z, name, ZIP_FL_ENC_RAW) != (zip_int64_t)i)
		return FILE_TRICK;
	return banned_fault(name);
}

static enum file_fault entry_fault(struct inspection *in, zip_uint64_t i)
{
	const char *name = zip_get_name(in->z, i, ZIP_FL_ENC_RAW);
	enum file_fault fault;
	zip_stat_t st;
	zip_file_t *f;

	if (!name || zip_stat_index(in->z, i, 0, &st) < 0)
		return FILE_DAMAGED;
	fault = name_fault(in->z, i, name);
	if (fault != FILE_FINE)
		return fault;
	if ((st.valid & ZIP_STAT_ENCRYPTION_METHOD) && st.encryption_method != ZIP_EM_NONE)
		return FILE_LOCKED;
	if ((st.valid & ZIP_STAT_SIZE) && st.size > ZIP_TOTAL_MAX)
		return FILE_BOMB;
	f = zip_fopen_index(in->z, i, 0);
	if (!f)
		return FILE_DAMAGED;
	fault = data_fault(in, f, name);
	if (zip_fclose(f) != 0 && fault == FILE_FINE)
		fault = FILE_DAMAGED;
	return fault;
}

/* --- the whole ---------------------------------------------------------------------------------- */

static zip_t *package_open(struct bytes file)
{
	zip_source_t *source = zip_source_buffer_create(file.p, file.n, 0, NULL);
	zip_t *z = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;

	if (source && !z)
		zip_source_free(source); /* an open package owns it */
	return z;
}

enum file_fault zip_inspect(struct bytes file, enum file_kind *kind)
{
	struct inspection in = {package_open(file), file.n, 0};
	enum file_fault fault = FILE_FINE;
	zip_int64_t n;

	*kind = FILE_UNKNOWN;
	if (!in.z)
		return FILE_DAMAGED;
	*kind = kind_of(in.z);
	n = zip_get_num_entries(in.z, 0);
	if (n > ZIP_ENTRIES_MAX)
		fault = FILE_BOMB;
	for (zip_int64_t i = 0; i < n && fault == FILE_FINE; i++)
		fault = entry_fault(&in, (zip_uint64_t)i);
	zip_discard(in.z);
	return fault;
}
