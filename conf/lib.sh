# lib.sh - what all scripts of this folder share: where things are, who runs them, how they are started and
# found again.  Sourced by bash; needs nothing but Debian's essential packages.
# shellcheck shell=bash
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
PORT=${PORT:-8080}
LISTEN=${LISTEN:-127.0.0.1}
BIN=${BIN:-$ROOT/build/bin}
VAR=${VAR:-var}
case $VAR in
/*) ;;
*) VAR=$ROOT/$VAR ;;
esac
VAR=$(realpath -m "$VAR")

SCAN=$VAR/run/scan          # one folder per supervised service
DB_SOCKET=${DB_SOCKET:-$VAR/run/db.sock} # another one on a server with Debian's own MariaDB
FILES=${FILES:-$VAR/files}
ARCHIVE=${ARCHIVE:-$VAR/archive}
LOCAL_CONF=${LOCAL_CONF:-$VAR/local.conf}
DB_NAME=portal
export PORT LISTEN BIN VAR
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

say() { printf '%s\n' "$*"; }
# rows TABLE - conf/pools or conf/jobs without comments.
rows() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$ROOT/conf/$1"; }

die() {
	printf '%s\n' "$*" >&2
	exit 1
}

# wait_for SECONDS COMMAND... - until the command succeeds; status 1 when it never does.
wait_for() {
	local tries
	for tries in $(seq 1 $(($1 * 10))); do
		! "${@:2}" || return 0
		sleep 0.1
	done
	return 1
}

# --- who runs it ---------------------------------------------------------------------------------------------
# MariaDB refuses to run as root, and nothing here needs to.  Started by an ordinary user, everything is that
# user's.  Started by root, everything runs as: PORTAL_USER, else the owner of VAR, else the owner of the
# checkout, else www-data (on every Debian; no account is made).

runner_name() {
	local path owner
	if [ -n "${PORTAL_USER:-}" ]; then
		echo "$PORTAL_USER"
		return
	fi
	for path in "$VAR" "$ROOT"; do
		owner=$(stat -c %U "$path" 2>/dev/null || echo root)
		if [ "$owner" != root ] && [ "$owner" != UNKNOWN ]; then
			echo "$owner"
			return
		fi
	done
	echo www-data
}

# runner_exec USER COMMAND... - replace this process, without root's rights.
runner_exec() {
	local user=$1
	shift
	export HOME=$VAR
	exec setpriv --reuid "$user" --regid "$(id -g "$user")" --init-groups --inh-caps=-all "$@"
}

# runner_can USER - may that user read the checkout and write to VAR?
runner_can() {
	(runner_exec "$1" sh -c 'cd "$1" && [ -r conf/lib.sh ] && [ -r templates ] && cd "$2" && [ -w . ]' \
		sh "$ROOT" "$VAR") 2>/dev/null
}

# drop_root SCRIPT ARGUMENTS... - first thing in every script that touches VAR.  Returns at once for an ordinary
# user; otherwise starts the script again as the runner.  A checkout under a folder that only root may enter
# (/root, a fresh mktemp -d) gets a mount namespace in which the same paths can be entered; where a container
# forbids even that, root has to do.
drop_root() {
	local user
	[ "$(id -u)" = 0 ] && [ -z "${PORTAL_RUNNER:-}" ] || return 0
	user=$(runner_name)
	id "$user" >/dev/null 2>&1 || die "There is no user $user. Set PORTAL_USER to one that exists."
	export PORTAL_RUNNER=$user
	mkdir -p "$VAR"
	if [ "$(stat -c %U "$VAR")" = root ] && [ "$user" != root ]; then
		[ -z "$(ls -A "$VAR")" ] || [ -e "$VAR/.portal" ] ||
			die "$VAR is not empty and is not a portal's folder. Choose another VAR."
		chown -R "$user:" "$VAR"
	fi
	if [ "$user" = root ] || runner_can "$user"; then
		runner_exec "$user" "$@"
	fi
	if unshare --mount --propagation private true 2>/dev/null; then
		exec unshare --mount --propagation private "$ROOT/conf/open-path" "$user" "$ROOT" "$VAR" "$@"
	fi
	say "Note: $user may not enter $ROOT, so everything runs as root. Move the checkout, for example to /srv." >&2
	chown -R root: "$VAR"
	export PORTAL_RUNNER=root
}

# --- leftovers -----------------------------------------------------------------------------------------------

# own_pids - processes of this VAR: their working folder is inside it and they are one of the portal's parts.
# A shell in which somebody looks at the logs is none of them.
own_pids() {
	# find complains about processes of others and those that end meanwhile
	{ find /proc/[0-9]*/cwd /proc/[0-9]*/exe -maxdepth 0 -printf '%p\t%l\n' 2>/dev/null || true; } |
		awk -F'\t' -v var="$VAR" -v bin="$BIN/" -v scan="$SCAN" '
		{ split($1, part, "/"); pid = part[3] }
		part[4] == "cwd" && ($2 == var || index($2, var "/") == 1) { cwd[pid] = $2 }
		part[4] == "exe" { sub(/ \(deleted\)$/, "", $2); exe[pid] = $2 }
		END {
			for (pid in cwd) {
				name = exe[pid]
				sub(/.*\//, "", name)
				if (index(exe[pid], bin) == 1 ||
				    name ~ /^(mariadbd|nginx|multiwatch|spawn-fcgi|s6-svscan|s6-supervise|s6-log)$/ ||
				    (index(cwd[pid], scan) == 1 && name ~ /^(dash|sed|sleep)$/))
					print pid
			}
		}'
}

# own_pids_end - ask them to end, wait, then make them.
own_pids_end() {
	local pids tries
	for tries in $(seq 1 100); do
		pids=$(own_pids)
		[ -n "$pids" ] || return 0
		# shellcheck disable=SC2086
		if [ "$tries" = 1 ]; then
			kill -TERM $pids 2>/dev/null || true
		elif [ "$tries" -ge 80 ]; then
			kill -KILL $pids 2>/dev/null || true
		fi
		sleep 0.1
	done
	die "These processes of $VAR do not end: $(own_pids | tr '\n' ' ')"
}

# --- the folder VAR ------------------------------------------------------------------------------------------

# var_needed - for commands that make sense only where there is a portal.
var_needed() { [ -e "$VAR/.portal" ] || die "There is no portal in $VAR."; }

# var_make - folders and secrets; safe to repeat.
var_make() {
	umask 077
	[ ${#VAR} -le 80 ] || die "VAR is too long for socket paths (over 80 characters): $VAR"
	mkdir -p "$VAR" 2>/dev/null || true
	[ -w "$VAR" ] || die "$VAR cannot be written by $(id -un); it belongs to $(stat -c %U "$VAR" 2>/dev/null). \
Choose another VAR, or run as that user or as root."
	if [ ! -e "$VAR/.portal" ]; then
		[ -z "$(ls -A "$VAR")" ] || die "$VAR is not empty and is not a portal's folder. Choose another VAR."
		say "Everything of one portal: database, uploads, keys, logs. Removed by: make reset" >"$VAR/.portal"
	fi
	mkdir -p "$VAR"/{conf,secret/db,run/scan,log,files,archive,outbox,tmp}
	if [ ! -s "$VAR/secret/key" ]; then
		head -c 32 /dev/urandom >"$VAR/secret/key.new"
		sync "$VAR/secret/key.new"
		mv "$VAR/secret/key.new" "$VAR/secret/key"
	fi
}

# key_print - fingerprint of the key file, which tells keys apart and gives nothing away.
key_print() { sha256sum <"$VAR/secret/key" | cut -c1-16; }

# var_lock - one start, stop or migration at a time.
var_lock() {
	exec 9>"$VAR/lock"
	flock -w 120 9 || die "Another command has been working on $VAR for two minutes."
}

# secret_text FILE - a random password, made once.
secret_text() {
	[ -s "$1" ] || (umask 077 && od -An -vtx1 -N24 /dev/urandom | tr -d ' \n' >"$1.new" && mv "$1.new" "$1")
	cat "$1"
}

# file_put FILE - standard input, written only when it differs.  Status 1: it was the same already.
file_put() {
	cat >"$1.new"
	if cmp -s "$1.new" "$1"; then
		rm "$1.new"
		return 1
	fi
	mv "$1.new" "$1"
}
