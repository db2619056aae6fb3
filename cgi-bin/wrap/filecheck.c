#include "wrap/filecheck.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "wrap/image.h"
#include "wrap/pdf.h"
#include "wrap/zip.h"

/* --- first bytes -------------------------------------------------------------------------------- */

struct magic {
	size_t offset, n;
	const char *bytes;
};

static bool starts(struct bytes file, const struct magic *m)
{
	return file.n >= m->offset + m->n && memcmp(file.p + m->offset, m->bytes, m->n) == 0;
}

static enum file_fault pdf_look(struct bytes file, enum file_kind *kind)
{
	*kind = FILE_PDF;
	return pdf_inspect(file);
}

static enum file_fault jpeg_look(struct bytes file, enum file_kind *kind)
{
	*kind = FILE_JPG;
	return jpeg_inspect(file);
}

static enum file_fault png_look(struct bytes file, enum file_kind *kind)
{
	*kind = FILE_PNG;
	return png_inspect(file);
}

static const struct known {
	struct magic magic;
	enum file_fault (*look)(struct bytes file, enum file_kind *kind);
} known[] = {
    {{0, 5, "%PDF-"}, pdf_look},
    {{0, 3, "\xFF\xD8\xFF"}, jpeg_look},
    {{0, 8, "\x89PNG\r\n\x1A\n"}, png_look},
    {{0, 4, "PK\x03\x04"}, zip_inspect},
};

#define SAVE_AS_PICTURE "请把图片另存为 JPG 或 PNG 后再试。"
#define SAVE_AS_PDF     "请用 Word 或 WPS 打开，另存为 PDF 后再试。"
#define UNPACK_FIRST    "请先解压，再把里面的文件一个一个上传。"
#define TAKE_PHOTO_AGAIN                                                                                     \
	"苹果手机可以在“设置”“相机”“格式”里选“兼容性最佳”，重新拍照；也可以把照片另存为 JPG。"

/* What people choose by mistake, the most telling first. */
static const struct strange {
	struct magic magic;
	struct file_stranger what;
} strangers[] = {
    {{4, 8, "ftypheic"}, {"HEIC 照片", TAKE_PHOTO_AGAIN}},
    {{4, 8, "ftypheix"}, {"HEIC 照片", TAKE_PHOTO_AGAIN}},
    {{4, 8, "ftyphevc"}, {"HEIC 照片", TAKE_PHOTO_AGAIN}},
    {{4, 8, "ftypmif1"}, {"HEIC 照片", TAKE_PHOTO_AGAIN}},
    {{4, 8, "ftypavif"}, {"AVIF 图片", SAVE_AS_PICTURE}},
    {{8, 4, "WEBP"}, {"WebP 图片", SAVE_AS_PICTURE}},
    {{0, 4, "GIF8"}, {"GIF 图片", SAVE_AS_PICTURE}},
    {{0, 4, "II*\0"}, {"TIFF 图片", SAVE_AS_PICTURE}},
    {{0, 4, "MM\0*"}, {"TIFF 图片", SAVE_AS_PICTURE}},
    {{0, 2, "BM"}, {"BMP 图片", SAVE_AS_PICTURE}},
    {{4, 4, "ftyp"}, {"视频或录音", NULL}},
    {{0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"}, {"旧格式的 Office 文件", SAVE_AS_PDF}},
    {{0, 5, "{\\rtf"}, {"RTF 文档", SAVE_AS_PDF}},
    {{0, 4, "PK\x03\x04"}, {"压缩包", UNPACK_FIRST}},
    {{0, 4, "PK\x05\x06"}, {"压缩包", UNPACK_FIRST}},
    {{0, 4, "Rar!"}, {"压缩包", UNPACK_FIRST}},
    {{0, 6, "7z\xBC\xAF\x27\x1C"}, {"压缩包", UNPACK_FIRST}},
    {{0, 2, "\x1F\x8B"}, {"压缩包", UNPACK_FIRST}},
    {{0, 2, "MZ"}, {"电脑程序", NULL}},
    {{0, 4,
      "\x7F"
      "ELF"},
     {"电脑程序", NULL}},
    {{0, 2, "#!"}, {"电脑程序", NULL}},
    {{0, 2, "\x3C!"}, {"网页", NULL}}, /* spelt so that no markup is in C */
    {{0, 5, "\x3Chtml"}, {"网页", NULL}},
    {{0, 4, "\x3Csvg"}, {"SVG 图片", SAVE_AS_PICTURE}},
};

static const struct known *known_of(struct bytes file)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (starts(file, &known[i].magic))
			return &known[i];
	return NULL;
}

static const struct file_stranger *stranger_of(struct bytes file)
{
	for (size_t i = 0; i < sizeof(strangers) / sizeof(strangers[0]); i++)
		if (starts(file, &strangers[i].magic))
			return &strangers[i].what;
	return NULL;
}

/* --- judgement ---------------------------------------------------------------------------------- */

/* Word and Excel put a file with a password into an old-style container with this entry (MS-OFFCRYPTO 2.1).
 */
static bool is_locked_office(struct bytes file)
{
	static const char entry[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	static const struct magic container = {0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"};

	return starts(file, &container) && memmem(file.p, file.n, entry, sizeof(entry)) != NULL;
}

static bool is_package(enum file_kind kind)
{
	return kind == FILE_OFD || kind == FILE_DOCX || kind == FILE_XLSX;
}

/* Content that is none of our kinds.  named: what the name promises. */
static struct file_verdict stranger_verdict(struct bytes file, enum file_kind named, enum file_fault fault)
{
	struct file_verdict v = {FILE_NOT_ALLOWED, FILE_UNKNOWN, stranger_of(file)};

	if (is_package(named) && is_locked_office(file))
		v.fault = FILE_LOCKED;
	else if (is_package(named) && fault == FILE_DAMAGED)
		v.fault = FILE_DAMAGED; /* begins as a package, but has no readable list of entries */
	else if (named != FILE_UNKNOWN)
		v.fault = FILE_MISNAMED;
	return v;
}

/* A picture saved under another picture's ending opens all the same; phones do it. */
static bool name_fits(const char *file_name, enum file_kind kind)
{
	const uint32_t pictures = FILE_JPG | FILE_PNG;
	enum file_kind named = file_kind_named(file_name);

	if (named == FILE_UNKNOWN)
		return *file_name_ending(file_name) == '\0';
	return named == kind || ((uint32_t)named & pictures && (uint32_t)kind & pictures);
}

struct file_verdict filecheck_bytes(struct bytes file, const char *file_name, const struct file_rules *rules)
{
	struct file_verdict v = {FILE_FINE, FILE_UNKNOWN, NULL};
	const struct known *k;

	if (file.n == 0 || (int64_t)file.n > rules->max_bytes) {
		v.fault = file.n == 0 ? FILE_EMPTY : FILE_TOO_LARGE;
		return v;
	}
	k = known_of(file);
	if (k)
		v.fault = k->look(file, &v.kind);
	if (v.kind == FILE_UNKNOWN)
		return stranger_verdict(file, file_kind_named(file_name), v.fault);
	if (!name_fits(file_name, v.kind))
		v.fault = FILE_MISNAMED;
	else if (!((uint32_t)v.kind & rules->kinds))
		v.fault = FILE_NOT_ALLOWED;
	return v;
}

/* --- the child ---------------------------------------------------------------------------------- */

/* The address sanitizer reserves far more address space than it uses. */
#if defined(__SANITIZE_ADDRESS__)
#define LIMITS_MEMORY false
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LIMITS_MEMORY false
#endif
#endif
#ifndef LIMITS_MEMORY
#define LIMITS_MEMORY true
#endif

static void limit(int what, rlim_t most)
{
	struct rlimit r = {most, most};

	if (setrlimit(what, &r) < 0)
		log_warn("filecheck: limit %d: %m", what);
}

/* Never returns: what runs at the exit of this process belongs to the parent. */
static void child_run(int answer, struct bytes file, const char *file_name, const struct file_rules *rules)
    __attribute__((noreturn));

static void child_run(int answer, struct bytes file, const char *file_name, const struct file_rules *rules)
{
	static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
	struct file_verdict v;
	ssize_t n;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (size_t i = 0; i < sizeof(crashes) / sizeof(crashes[0]); i++)
		signal(crashes[i],
		       SIG_DFL); /* a crash ends this process, whatever the parent does about its own */
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_FSIZE, 0);
	limit(RLIMIT_CPU, FILECHECK_SECONDS);
	if (LIMITS_MEMORY)
		limit(RLIMIT_AS, FILECHECK_MEMORY + file.n);
	v = filecheck_bytes(file, file_name, rules);
	n = write(answer, &v, sizeof(v)); /* a pipe takes so few bytes at once */
	_exit(n == (ssize_t)sizeof(v) ? 0 : 1);
}

static int64_t now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* True when something can be read, or the other end is closed, before the time is over. */
static bool wait_readable(int fd)
{
	int64_t end = now_ms() + FILECHECK_SECONDS * 1000;
	struct pollfd p = {.fd = fd, .events = POLLIN};
	int ready;

	do {
		int64_t left = end - now_ms();

		ready = poll(&p, 1, left > 0 ? (int)left : 0);
	} while (ready < 0 && errno == EINTR);
	return ready > 0;
}

/* The child's answer.  The pointer in it is into our own tables, which are at the same place in both
 * processes. */
static void answer_read(int fd, pid_t child, struct file_verdict *out)
{
	int status = 0;
	bool ready = wait_readable(fd);
	ssize_t n;

	if (!ready)
		kill(child, SIGKILL);
	do
		n = read(fd, out, sizeof(*out));
	while (n < 0 && errno == EINTR);
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	if (n == (ssize_t)sizeof(*out))
		return;
	log_warn("filecheck: no verdict, child ended with status %#x", (unsigned)status);
	*out = (struct file_verdict){
	    ready && !(WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) ? FILE_DAMAGED : FILE_TOO_COMPLEX,
	    FILE_UNKNOWN, NULL};
}

static enum err check_apart(struct bytes file, const char *file_name, const struct file_rules *rules,
			    struct file_verdict *out)
{
	enum err e = ERR_NONE;
	int ends[2];
	pid_t child;

	if (pipe2(ends, O_CLOEXEC) < 0)
		return log_err(ERR_UNAVAILABLE, "filecheck: pipe: %m");
	child = fork();
	if (child == 0)
		child_run(ends[1], file, file_name, rules);
	if (child < 0)
		e = log_err(ERR_UNAVAILABLE, "filecheck: fork: %m");
	close(ends[1]);
	if (child > 0)
		answer_read(ends[0], child, out);
	close(ends[0]);
	return e;
}

/* --- the parent --------------------------------------------------------------------------------- */

static enum err file_map(const char *path, struct bytes *out)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	struct stat st;
	void *p;

	if (fd < 0)
		return log_err(ERR_UNAVAILABLE, "filecheck: open: %m");
	p = fstat(fd, &st) < 0 ? MAP_FAILED : mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	if (p == MAP_FAILED)
		return log_err(ERR_UNAVAILABLE, "filecheck: map: %m");
	*out = (struct bytes){p, (size_t)st.st_size};
	return ERR_NONE;
}

enum err filecheck_run(const char *path, int64_t size, const char *file_name, const struct file_rules *rules,
		       struct file_verdict *out)
{
	struct bytes file = {NULL, 0};
	enum err e;

	if (size <= 0 || size > rules->max_bytes) {
		*out = (struct file_verdict){size <= 0 ? FILE_EMPTY : FILE_TOO_LARGE, FILE_UNKNOWN, NULL};
		return ERR_NONE;
	}
	TRY(file_map(path, &file));
	e = check_apart(file, file_name, rules, out);
	munmap((void *)(uintptr_t)file.p, file.n);
	return e;
}
