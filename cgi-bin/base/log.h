/* log.h - one line per happening, on stderr, where the supervisor keeps it.
 * Never log a name, an ID number, a phone, a token or a password. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/err.h"

#ifdef __cplusplus
extern "C" {
#endif

/* log_start - program name shown in each line. The pointer is kept. */
void log_start(const char *program);
/* log_request - request id shown in each line until it is set to NULL. The pointer is kept. */
void log_request(const char *id);

void log_info(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void log_warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* log_err - logs and returns e, so that detection reads: return log_err(ERR_INTERNAL, "...");
 * A macro, so that compilers see the value come back; they would warn of variables that only success sets. */
#define log_err(e, ...)                                 \
	({                                              \
		const enum err log_err_ = (e);          \
		log_error_line(log_err_, __VA_ARGS__);  \
		log_err_;                               \
	})
void log_error_line(enum err e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#ifdef __cplusplus
}
#endif
#endif
