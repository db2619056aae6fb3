# db.sh - the private MariaDB: make it, start it, ask it, bring its tables and accounts up to date.  Sourced after lib.sh.
# shellcheck shell=bash

# --- the server ----------------------------------------------------------------------------------------------

# db_conf - VAR/conf/my.cnf.  Status 1: unchanged.
db_conf() {
	sed -e "s|@VAR@|$VAR|g" -e "s|@DB_BUFFER@|${DB_BUFFER:-128M}|" -e "s|@DB_LOG@|${DB_LOG:-48M}|" \
		-e "s|@DURABLE@|${DB_DURABLE:-1}|" "$ROOT/conf/mariadb/my.cnf.in" | file_put "$VAR/conf/my.cnf"
}

# db_make - an empty data folder, once.  The mark is set last: a folder without it holds nothing of anybody's.
db_make() {
	[ ! -e "$VAR/db/portal-made" ] || return 0
	say "Making the database folder"
	rm -rf "$VAR/db"
	mkdir -p "$VAR/db"
	# The administrator is the Unix user that runs the server, known by its socket; there is no password.
	# --force: a machine whose own name cannot be looked up will do.
	(cd "$VAR/db" && mariadb-install-db --defaults-file="$VAR/conf/my.cnf" --user="$(id -un)" --force --skip-test-db \
		--auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)") \
		>"$VAR/log/install-db.log" 2>&1 ||
		die "mariadb-install-db failed; see $VAR/log/install-db.log"
	sync "$VAR/db"
	: >"$VAR/db/portal-made"
}

# db_command - the server's command line, one word a line.
db_command() {
	printf '%s\n' mariadbd "--defaults-file=$VAR/conf/my.cnf"
	[ "$(id -u)" != 0 ] || echo --user=root
}

# db - the client as administrator, who may take as long as it takes; arguments as for mariadb.
db() {
	mariadb --no-defaults --socket="$DB_SOCKET" --user="$(id -un)" --default-character-set=utf8mb4 \
		--init-command='SET SESSION max_statement_time = 0' --batch --skip-column-names "$@"
}
portal_db() { db --database="$DB_NAME" "$@"; }

db_answers() { db --connect-timeout=2 -e 'SELECT 1' >/dev/null 2>&1; }

# --- what has been applied -----------------------------------------------------------------------------------

checksum() { cat -- "$@" | sha256sum | cut -c1-64; }

# db_ready_for_schema - the database itself and the two tables that remember what was applied to it.
db_ready_for_schema() {
	db <<-SQL
		CREATE DATABASE IF NOT EXISTS $DB_NAME CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
		CREATE TABLE IF NOT EXISTS $DB_NAME.schema_migration (
			version    INT          NOT NULL PRIMARY KEY COMMENT 'number in front of the file name',
			name       VARCHAR(100) NOT NULL COMMENT 'file name',
			checksum   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of the file',
			started_at DATETIME     NOT NULL COMMENT 'applying began',
			done_at    DATETIME     NULL COMMENT 'NULL: it broke off half-way'
		) COMMENT 'sql/schema files applied by conf/db-migrate';
		CREATE TABLE IF NOT EXISTS $DB_NAME.data_load (
			name      VARCHAR(100) NOT NULL PRIMARY KEY COMMENT 'file or group of files',
			checksum  CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 of what was loaded',
			loaded_at DATETIME     NOT NULL COMMENT 'last load'
		) COMMENT 'grants, accounts, calendar, matters and sample data put here by conf/db-migrate';
	SQL
}

loaded() { portal_db -e "SELECT checksum FROM data_load WHERE name = '$1'"; }
loaded_put() { portal_db -e "REPLACE INTO data_load VALUES ('$1', '$2', NOW())"; }

# --- schema --------------------------------------------------------------------------------------------------

# migration_check - every file that was applied is still there, unchanged, complete, and none comes late.
migration_check() {
	local version name sum done_at file last=0
	while IFS=$'\t' read -r version name sum done_at; do
		file=$ROOT/sql/schema/$name
		last=$version
		[ "$done_at" != NULL ] || die "sql/schema/$name broke off half-way the last time.
Restore a backup (conf/restore), or throw demo data away: make reset"
		[ -e "$file" ] || die "The database has sql/schema/$name applied, but this checkout has no such file.
It was made by a newer or another checkout: use that one, or throw demo data away: make reset"
		[ "$(checksum "$file")" = "$sum" ] || die "sql/schema/$name was changed after it had been applied.
Put it back as it was and make a new file with the next number; or throw demo data away: make reset"
	done < <(portal_db -e 'SELECT version, name, checksum, done_at FROM schema_migration ORDER BY version')
	for file in "$ROOT"/sql/schema/[0-9][0-9][0-9][0-9]_*.sql; do
		name=${file##*/}
		[ -e "$file" ] && [ $((10#${name%%_*})) -lt "$last" ] || continue
		[ -n "$(portal_db -e "SELECT 1 FROM schema_migration WHERE name = '$name'")" ] ||
			die "sql/schema/$name is new, but a higher number has been applied already.
Give it the next free number; or throw demo data away: make reset"
	done
}

migration_apply() {
	local file=$1 name version
	name=${file##*/}
	version=$((10#${name%%_*}))
	say "  sql/schema/$name"
	portal_db -e "INSERT INTO schema_migration VALUES ($version, '$name', '$(checksum "$file")', NOW(), NULL)" ||
		die "Two files in sql/schema have the number ${name%%_*}."
	portal_db <"$file" || die "sql/schema/$name failed; the message is above."
	portal_db -e "UPDATE schema_migration SET done_at = NOW() WHERE version = $version"
}

db_migrate() {
	local file name applied
	db_ready_for_schema
	migration_check
	applied=" $(portal_db -e 'SELECT version FROM schema_migration' | tr '\n' ' ')"
	for file in "$ROOT"/sql/schema/[0-9][0-9][0-9][0-9]_*.sql; do
		[ -e "$file" ] || continue
		name=${file##*/}
		case $applied in
		*" $((10#${name%%_*})) "*) ;;
		*) migration_apply "$file" ;;
		esac
	done
}

# --- accounts ------------------------------------------------------------------------------------------------
# sql/grants.sql: comments and GRANT statements, each `GRANT ... ON portal.<table> TO '<account>'@'localhost';`.
# The accounts are those named there.  They get exactly these rights: everything is taken away first.

accounts() { { grep -oE "^[^-]*'[a-z_]+'@'localhost'" "$ROOT/sql/grants.sql" 2>/dev/null || true; } |
	sed "s/.*'\([a-z_]*\)'@.*/\1/" | sort -u; }

account_sql() {
	local account
	for account in $(accounts); do
		cat <<-SQL
			CREATE USER IF NOT EXISTS '$account'@'localhost';
			ALTER USER '$account'@'localhost' IDENTIFIED BY '$(secret_text "$VAR/secret/db/$account")';
		SQL
	done
}

# grant_sql - what is wanted, and nothing else.  Accounts that this portal once made and no longer names go; those of
# other applications on the same server are not looked at.
grant_sql() {
	local account
	for account in $(portal_db -e "SELECT SUBSTRING(name, 9) FROM data_load WHERE name LIKE 'account:%'"); do
		accounts | grep -qx "$account" || {
			echo "DROP USER IF EXISTS '$account'@'localhost';"
			echo "DELETE FROM data_load WHERE name = 'account:$account';"
		}
	done
	for account in $(accounts); do
		echo "REVOKE ALL PRIVILEGES, GRANT OPTION FROM '$account'@'localhost';"
		echo "REPLACE INTO data_load VALUES ('account:$account', '', NOW());"
	done
	cat "$ROOT/sql/grants.sql"
}

db_grants() {
	local sum known
	[ -e "$ROOT/sql/grants.sql" ] || return 0
	account_sql | db || die "The database accounts could not be made."
	sum=$(checksum "$ROOT/sql/grants.sql")
	known=$(loaded sql/grants.sql)
	[ "$sum" != "$known" ] || return 0
	say "  sql/grants.sql"
	grant_sql | portal_db || die "sql/grants.sql failed; the message is above."
	loaded_put sql/grants.sql "$sum"
}

# --- data ----------------------------------------------------------------------------------------------------

# load_by NAME PROGRAM FILES... - give the files to a command of build/bin when one of them has changed since.
load_by() {
	local name=$1 program=$2 sum
	shift 2
	[ -e "${1:-}" ] && [ -x "$BIN/$program" ] || return 0
	sum=$(checksum "$@")
	[ "$sum" != "$(loaded "$name")" ] || return 0
	say "  $name ($program)"
	(cd "$ROOT" && PORTAL_CONF=$VAR/conf/$program.conf "$BIN/$program" "$@") || die "$program failed; the message is above."
	loaded_put "$name" "$sum"
}

# load_sample FILE - SQL of sample data, once in a database's life.
load_sample() {
	local name=sql/sample/${1##*/} sum
	sum=$(checksum "$1")
	case $(loaded "$name") in
	"$sum") ;;
	"")
		say "  $name"
		{
			echo "START TRANSACTION;"
			cat "$1"
			echo "INSERT INTO data_load VALUES ('$name', '$sum', NOW());"
			echo "COMMIT;"
		} | portal_db || die "$name failed; the message is above."
		;;
	*) say "  $name has changed since it was loaded; make reset loads it afresh" ;;
	esac
}
