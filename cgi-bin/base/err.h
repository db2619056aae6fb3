/* err.h - one list of everything that can go wrong, used by every layer.
 *
 * A function that can fail returns enum err and is declared MUST_CHECK.  The place that detects an
 * error logs it, once; everybody above passes the value on.  web/page.c maps each value to a status
 * and a page in one table. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#define MUST_CHECK __attribute__((warn_unused_result))

enum err {
	ERR_NONE = 0,
	ERR_BAD_REQUEST,     /* bytes that are no request at all                        400 */
	ERR_UNAUTHENTICATED, /* nobody is signed in                                     401 */
	ERR_FORBIDDEN,       /* somebody is, but may not; also a failed CSRF check      403 */
	ERR_NOT_FOUND,       /* no such thing, or it is not theirs to know of           404 */
	ERR_METHOD,          /* the path exists, the method does not                    405 */
	ERR_TIMEOUT,         /* the client stopped sending                              408 */
	ERR_CONFLICT,        /* somebody else was first, or the state does not allow it 409 */
	ERR_TOO_LARGE,       /* body or field over its limit                            413 */
	ERR_UNSUPPORTED,     /* content type that the route does not take               415 */
	ERR_INVALID,         /* well-formed, but a field breaks a rule                  422 */
	ERR_RATE,            /* too many tries                                          429 */
	ERR_INTERNAL,        /* our fault                                               500 */
	ERR_UNAVAILABLE,     /* the database or the disk is away; try again             503 */
	/* values below never reach a page: the caller turns them into one of the above */
	ERR_RETRY,        /* the transaction lost a deadlock or lock wait: run it again */
	ERR_DUPLICATE,    /* a unique key exists already */
	ERR_END,          /* no more input */
	ERR_CALENDAR_GAP, /* a year without a published calendar: the result is provisional */
};

#ifdef __cplusplus
extern "C" {
#endif

/* err_name - the identifier as text, for logs.  Never NULL. */
const char *err_name(enum err e);

/* TRY - pass an error on to the caller; for functions that own nothing outside the request. */
#define TRY(expr)                              \
	do {                                   \
		enum err try_err_ = (expr);    \
		if (try_err_ != ERR_NONE)      \
			return try_err_;       \
	} while (0)

#ifdef __cplusplus
}
#endif
#endif
