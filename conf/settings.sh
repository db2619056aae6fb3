# settings.sh - the files in VAR/conf: one per program from portal.conf.in, and nginx's.  Sourced after db.sh.
# shellcheck shell=bash

BASE_URL=${BASE_URL:-http://localhost:$PORT}

# account_of PROGRAM - its database account: its own name, with _ for -.
account_of() { echo "${1//-/_}"; }

# programs - everything that gets settings: what was built, and every account in sql/grants.sql.
programs() {
	{
		find "$BIN" -maxdepth 1 -type f -executable -printf '%f\n' 2>/dev/null || true
		accounts
	} | sort -u
}

# program_conf PROGRAM - portal.conf.in with this portal's values, and PORTAL_SET's and LOCAL_CONF's over them.
program_conf() {
	local account
	account=$(account_of "$1")
	{
		tr ' ' '\n' <<<"${PORTAL_SET:-}"
		[ -z "${PORTAL_NOW_FILE:-}" ] || echo "now_file = $PORTAL_NOW_FILE"
		cat "$LOCAL_CONF" 2>/dev/null || true
		echo "@template"
		sed -e "s|@BASE_URL@|$BASE_URL|" -e "s|@VAR@|$VAR|g" -e "s|@ROOT@|$ROOT|g" -e "s|@STATIC_VERSION@|$STATIC_VERSION|" -e "s|@DB_USER@|$account|" -e "s|@DB_SOCKET@|$DB_SOCKET|" \
			-e "s|@DB_PASSWORD@|$(secret_text "$VAR/secret/db/$account")|" "$ROOT/conf/portal.conf.in"
	} | awk '
		function name_of(line) { sub(/[ \t]*=.*/, "", line); sub(/^[ \t]+/, "", line); return line }
		$0 == "@template" { template = 1; next }
		!template && /=/ && !/^[ \t]*#/ { over[name_of($0)] = $0 }
		template {
			name = name_of($0)
			if (/^[a-z_]+ *=/ && name in over) { print over[name]; delete over[name] } else print
		}
		END {
			for (name in over) { print "there is no setting " name >"/dev/stderr"; bad = 1 }
			exit bad
		}'
}

settings_put() {
	local program STATIC_VERSION
	STATIC_VERSION=$(static_version)
	for program in $(programs); do
		program_conf "$program" >"$VAR/conf/.program" || die "PORTAL_SET or $LOCAL_CONF names an unknown setting."
		file_put "$VAR/conf/$program.conf" <"$VAR/conf/.program" || true
	done
	rm -f "$VAR/conf/.program"
	nginx_put
}

# nginx_put - nginx.conf of the private portal, and the parts that a real server includes too.
nginx_put() {
	mkdir -p "$VAR/conf/nginx" "$VAR/tmp/nginx"
	CACHE=$VAR/tmp/nginx/second "$ROOT/conf/nginx/render" "$VAR/conf/nginx" "$VAR/run" "$(static_dir)" "$VAR/files" "$VAR/archive"
	{
		[ "$(id -u)" != 0 ] || echo "user root;"
		sed -e "s|@VAR@|$VAR|g" -e "s|@LISTEN@|$(listen_line "$LISTEN")|" "$ROOT/conf/nginx/portal.conf.in"
	} | file_put "$VAR/conf/nginx/nginx.conf" || true
}

# listen_line ADDRESS - also the IPv6 twin of 127.0.0.1 where there is one, because browsers try it for "localhost".
listen_line() {
	printf 'listen %s:%s;' "$1" "$PORT"
	[ "$1" != 127.0.0.1 ] || ! grep -q '^00000000000000000000000000000001 ' /proc/net/if_inet6 2>/dev/null ||
		printf ' listen [::1]:%s;' "$PORT"
}

# static_dir - with compressed copies once make has built them.
static_dir() {
	if [ -e "$ROOT/build/static.made" ]; then
		echo "$ROOT/build/static"
	else
		echo "$ROOT/static"
	fi
}

# static_version - of all that is in static/: another one when any file of it is.
static_version() {
	find "$ROOT/static" -type f -print0 | LC_ALL=C sort -z | xargs -0r sha256sum | cut -d" " -f1 | sha256sum | cut -c1-10
}

# db_update - bring a running database up to date: tables, accounts, calendar, and sample data unless SAMPLE=0.
db_update() {
	local file
	say "Bringing the database up to date"
	db_migrate
	db_grants
	load_by "working-day calendar" calendar-import "$ROOT"/sql/sample/calendar/*.csv
	[ "${SAMPLE:-1}" != 0 ] || return 0
	for file in "$ROOT"/sql/sample/*.sql; do
		[ ! -e "$file" ] || load_sample "$file"
	done
	load_by "sample matters" matter-publish "$ROOT"/sql/sample/matters/*.json
	load_by "demo accounts" demo-accounts "$ROOT"/sql/sample/accounts.txt
}
