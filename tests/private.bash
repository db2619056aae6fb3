# private.bash - sourced by with-portal and with-mariadb: a folder for one private portal that goes whatever happens.
# shellcheck shell=bash
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
unset TMPDIR MAKEFLAGS MFLAGS MAKELEVEL PORTAL_SET PORTAL_USER LISTEN BIN

# Not below the checkout: the paths of sockets may be 107 bytes long only.
DIR=$(mktemp -d /tmp/portal-test.XXXXXX)
chmod 755 "$DIR"
export VAR=$DIR/var DB_DURABLE=${DURABLE:-0} DB_BUFFER=64M # DURABLE=1: a bench of commits

# private_end COMMAND - run COMMAND, which stops everything; keep the logs in build/test/$LOG_NAME-log; remove the rest.
private_end() {
	local status=$? logs=build/test/${LOG_NAME:-portal}-log
	trap '' INT TERM HUP
	"$@" >/dev/null || status=1
	mkdir -p build/test
	rm -rf "$logs"
	cp -r "$VAR/log" "$logs" 2>/dev/null
	rm -rf "$DIR"
	exit $status
}
trap 'exit 130' INT
trap 'exit 143' TERM HUP
