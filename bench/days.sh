#!/usr/bin/env bash
# Usage: bench/days.sh [DAYS [SEED]]
# Takes in clean deliveries, prints how many were held, then one halved; fails on a false hold.
set -euo pipefail

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
exec "$root/bench/start.sh" -Xmx2g org.assize.bench.days.DaysBenchmark \
  "${1:-100}" "${2:-20261123}" target/bench-days
