/* commits - the durable commits of submissions and nothing else, on a MariaDB of their own.
 *
 *   commits SOCKET CLIENTS SECONDS COMMITS ROWS BYTES
 *
 * One turn is COMMITS transactions of ROWS rows each, with BYTES of content a row and one index besides the primary
 * key.  The account is the Unix user, who administers that server.  Prints crowd_run's line. */
#include <mariadb/mysql.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "crowd.h"

#define BYTES_MAX 8000
#define TABLE \
	"CREATE TABLE IF NOT EXISTS bench.row_of (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, case_id BIGINT NOT NULL, " \
	"body VARBINARY(8000) NOT NULL, KEY (case_id)) ENGINE=InnoDB"

struct order {
	const char *socket;
	int commits, rows;
	unsigned long bytes;
};

struct client {
	const struct order *o;
	MYSQL *my;
	MYSQL_STMT *add;
	long long case_id;
	char body[BYTES_MAX];
	unsigned long bytes;
};

static MYSQL *connect_as_admin(const char *socket)
{
	const struct passwd *me = getpwuid(geteuid());
	MYSQL *my = mysql_init(NULL);

	if (me && mysql_real_connect(my, NULL, me->pw_name, NULL, NULL, 0, socket, 0))
		return my;
	fprintf(stderr, "commits: %s\n", mysql_error(my));
	return NULL;
}

static bool prepare(struct client *c)
{
	static const char text[] = "INSERT INTO bench.row_of (case_id, body) VALUES (?, ?)";
	MYSQL_BIND in[2] = {{.buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &c->case_id},
			    {.buffer_type = MYSQL_TYPE_BLOB, .buffer = c->body, .length = &c->bytes,
			     .buffer_length = sizeof(c->body)}};

	c->add = mysql_stmt_init(c->my);
	return !mysql_stmt_prepare(c->add, text, sizeof(text) - 1) && !mysql_stmt_bind_param(c->add, in);
}

static void *begin(int who, void *arg)
{
	struct client *c = calloc(1, sizeof(*c));

	c->o = arg;
	c->bytes = c->o->bytes;
	c->case_id = 1000000LL * who;
	memset(c->body, 'x', sizeof(c->body));
	c->my = connect_as_admin(c->o->socket);
	return c->my && prepare(c) ? c : NULL;
}

static bool again(void *client)
{
	struct client *c = client;

	c->case_id++;
	for (int i = 0; i < c->o->commits; i++) {
		if (mysql_query(c->my, "START TRANSACTION"))
			return false;
		for (int k = 0; k < c->o->rows; k++)
			if (mysql_stmt_execute(c->add))
				return false;
		if (mysql_query(c->my, "COMMIT"))
			return false;
	}
	return true;
}

static bool table_make(const char *socket)
{
	MYSQL *my = connect_as_admin(socket);
	bool ok = my && !mysql_query(my, "CREATE DATABASE IF NOT EXISTS bench") && !mysql_query(my, TABLE);

	if (my)
		mysql_close(my);
	return ok;
}

int main(int argc, char **argv)
{
	struct order o;
	struct crowd crowd = {.begin = begin, .again = again, .arg = &o};

	if (argc != 7) {
		fprintf(stderr, "usage: commits SOCKET CLIENTS SECONDS COMMITS ROWS BYTES\n");
		return 2;
	}
	o = (struct order){.socket = argv[1], .commits = atoi(argv[4]), .rows = atoi(argv[5]), .bytes = strtoul(argv[6], NULL, 10)};
	crowd.clients = atoi(argv[2]);
	crowd.seconds = atoi(argv[3]);
	return o.bytes <= BYTES_MAX && table_make(o.socket) && crowd_run(&crowd) ? EXIT_SUCCESS : EXIT_FAILURE;
}
