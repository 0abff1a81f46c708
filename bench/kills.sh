#!/usr/bin/env bash
# Usage: bench/kills.sh [KILLS [SEED]]
# Kills a scheduler at random moments; fails where an interval is lost or done twice to effect.
set -euo pipefail

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
exec "$root/bench/start.sh" -Xmx256m org.assize.bench.kills.KillsBenchmark \
  "${1:-50}" "${2:-20261123}" target/bench-kills
