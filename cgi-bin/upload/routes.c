#include "upload/upload_pages.h"

#define KB 1024
#define MB (1024 * KB)

/* nginx bounds what really comes in (conf/pools); settings bound each file. */
const struct route upload_routes[] = {
	{METHOD_POST, "/upload/{key}/{item}", LET_PARTY, .body = BODY_MULTIPART, .body_max = 128 * MB,
	 .handle = take_post},
	{METHOD_POST, "/upload/{key}/{item}/{file}/remove", LET_PARTY, .body = BODY_FORM, .body_max = 8 * KB,
	 .handle = remove_post},
	{METHOD_POST, "/complain/file/{token}", LET_VISITOR, .body = BODY_MULTIPART, .body_max = 128 * MB,
	 .handle = complaint_file_post},
	{METHOD_GET, "/complain/file/{token}/{id}", LET_VISITOR, .handle = complaint_file_get},
	{METHOD_GET, "/file/{id}", LET_PARTY, .handle = file_get},
	{.path = NULL},
};
