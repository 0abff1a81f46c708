# What install, start, stop and restart share; sourced by them, never run.
# shellcheck shell=bash

fail() {
  printf '%s: %s\n' "${0##*/}" "$@" >&2
  exit 2
}

# The comment at the top of the script that asks.
usage() {
  sed -n '2,/^[^#]/{/^#/!q;s/^# \{0,1\}//;p}' "$0" >&2
  exit 2
}

# Sets the places of the installation in $1.
places() {
  [ -d "$1" ] || fail "there is no folder $1: make it with 'install $1'."
  home=$(cd -P "$1" && pwd)
  venv=$home/venv
  state=$home/server
  settings=$state/settings
  processes=$state/processes
}

running() {
  [ -f "$processes" ] || fail "no Airflow runs from $home: start it with 'start $home DAGS'."
}

# The parts in the order in which they end: a scheduler without an api-server could not hear how its
# tasks ended, and would wait for them.
parts=(scheduler dag-processor api-server)

known_part() {
  [[ " ${parts[*]} " == *" $1 "* ]] || fail "there is no part $1: the parts are ${parts[*]}."
}

# When a process began, in ticks since boot: with its id, that names it for ever.
birth() {
  sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
}

# Starts one part of Airflow as the leader of a process group of its own, and writes down which.
launch() {
  local part=$1 pid
  setsid "$venv/bin/airflow" "$part" >>"$state/$part.log" 2>&1 </dev/null &
  pid=$!
  echo "$pid $(birth "$pid") $part" >>"$processes"
}

alive() {
  kill -0 -- "-$1" 2>/dev/null
}

# Ends a part: TERM to its group, KILL only after 30 seconds. An id that another process has by now is let be.
quit() {
  local part=$1 pid born name waited=0
  while read -r pid born name; do
    [ "$name" = "$part" ] || continue
    [ ! -e "/proc/$pid" ] || [ "$(birth "$pid")" = "$born" ] || continue
    kill -TERM -- "-$pid" 2>/dev/null || continue
    while alive "$pid" && [ $((waited += 1)) -le 150 ]; do sleep 0.2; done
    kill -KILL -- "-$pid" 2>/dev/null || true
  done <"$processes"
  sed -i "/ $part\$/d" "$processes"
}

# PostgreSQL refuses to run as root; Debian's package makes a user for it.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

postgres_programs() {
  local found
  found=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  [ -x "$found/initdb" ] || fail "PostgreSQL is missing: apt-get install postgresql."
  printf '%s' "$found"
}

# Ends everything that was written down.
stop_all() {
  local part cluster
  if [ -f "$processes" ]; then
    for part in "${parts[@]}"; do quit "$part"; done
    rm -f "$processes"
  fi
  if [ -f "$state/cluster" ]; then
    cluster=$(<"$state/cluster")
    [ ! -f "$cluster/data/postmaster.pid" ] ||
      as_postgres "$(postgres_programs)/pg_ctl" -D "$cluster/data" -m fast -w stop >/dev/null
    rm -rf "$cluster"
    rm -f "$state/cluster"
  fi
}

# Waits until all parts are healthy; fails when one of ours has ended or time is up.
wait_until_healthy() {
  local url=$1 seconds=$2 pid born part
  for ((i = 0; i < seconds * 2; i++)); do
    "$venv/bin/python" -S - "$url" <<'PYTHON' && return 0
import json, sys, urllib.request
try:
    with urllib.request.urlopen(sys.argv[1] + "/api/v2/monitor/health", timeout=5) as answer:
        health = json.load(answer)
except OSError:
    sys.exit(1)
parts = ("metadatabase", "scheduler", "dag_processor")
sys.exit(any((health.get(part) or {}).get("status") != "healthy" for part in parts))
PYTHON
    while read -r pid born part; do
      if ! alive "$pid"; then
        tail -n 30 "$state/$part.log" >&2
        fail "$part ended while starting; its log is $state/$part.log."
      fi
    done <"$processes"
    sleep 0.5
  done
  tail -n 15 "$state"/*.log >&2
  fail "Airflow was not healthy within $seconds seconds; its logs are in $state."
}
