/* A PDF is drawn under what conf/systemd allows the programs that start the helper: no memory that can be both written and
 * run (MemoryDenyWriteExecute), no change of resources or of identity (SystemCallFilter), sockets of this machine only
 * (RestrictAddressFamilies), no home (ProtectHome).  What is denied answers EPERM, as SystemCallErrorNumber says. */
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "wrap/paper.h"
#include "wrap/paperdraw.h"

/* A child ends without a look for leaks; what the libraries keep is named in test_paper.c. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libcairo\n";
}

#define LOAD(what)      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, what))
#define DENY            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define DENY_CALL(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), DENY
/* of a call with this number: what its argument holds decides */
#define W_AND_X(call) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 5), LOAD(args[2]), BPF_STMT(BPF_ALU | BPF_AND | BPF_K, PROT_WRITE | PROT_EXEC), \
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PROT_WRITE | PROT_EXEC, 0, 1), DENY, LOAD(nr)

static bool confine(void)
{
	struct sock_filter rules[] = {
		LOAD(nr),
		DENY_CALL(SYS_setrlimit), DENY_CALL(SYS_setpriority), DENY_CALL(SYS_sched_setattr),
		DENY_CALL(SYS_sched_setparam), DENY_CALL(SYS_sched_setscheduler), DENY_CALL(SYS_sched_setaffinity),
		DENY_CALL(SYS_mbind), DENY_CALL(SYS_set_mempolicy), DENY_CALL(SYS_setuid), DENY_CALL(SYS_setresuid),
		DENY_CALL(SYS_chown), DENY_CALL(SYS_fchown), DENY_CALL(SYS_fchownat), DENY_CALL(SYS_chroot),
		DENY_CALL(SYS_personality), DENY_CALL(SYS_unshare), DENY_CALL(SYS_bpf), DENY_CALL(SYS_perf_event_open),
		W_AND_X(SYS_mmap), W_AND_X(SYS_mprotect),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3), LOAD(args[0]),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0), DENY,
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {sizeof rules / sizeof rules[0], rules};

	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* held - the walls stand: else the test would prove nothing. */
static bool held(void)
{
	struct rlimit limit;

	if (mmap(NULL, 4096, PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED || errno != EPERM)
		return false;
	if (socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM)
		return false;
	return syscall(SYS_setrlimit, RLIMIT_NOFILE, &limit) < 0 && errno == EPERM;
}

static bool draw(void)
{
	static const char *const lines[] = {"示例市民政局", "2026年3月2日"};
	void *ctx = talloc_new(NULL);
	struct paper *p = paper_new(ctx, &(struct paper_about){.title = "受理通知书", .author = "示例市民政局", .made = MSEC_NONE});
	const struct paper_fact fact = {"申请人", "张示例", false, false};
	struct bytes pdf = {NULL, 0};

	paper_text(p, PAPER_TITLE, "受理通知书");
	paper_facts(p, &fact, 1, &(struct paper_qr){"http://localhost/t/ABCDEF", "扫一扫"});
	paper_foot(p, &(struct paper_side){NULL, 0, {NULL, NULL}}, &(struct paper_side){lines, 2, {"示例市民政局", "业务专用章"}});
	bool drawn = paperdraw_pdf(ctx, paper_blocks(ctx, p), &pdf) == ERR_NONE && pdf.n > 500 && memcmp(pdf.p, "%PDF-", 5) == 0;
	talloc_free(ctx);
	return drawn;
}

static void a_pdf_is_drawn_behind_the_walls_of_the_service(void **state)
{
	pid_t child = fork();
	int status = -1;

	(void)state;
	assert_true(child >= 0);
	if (child == 0) {
		setenv("HOME", "/nowhere", 1);
		_exit(!confine() ? 2 : !held() ? 3 : !draw() ? 4 : 0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_pdf_is_drawn_behind_the_walls_of_the_service)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
