#!/usr/bin/env bash
# Usage: bench/faults.sh [SOUND_ROWS [ROWS_OF_EACH_FAULT [SEED]]]
# Plants faults, runs the platform, prints precision and recall of every rule; fails below 1.
set -euo pipefail

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
exec "$root/bench/start.sh" -Xmx2g org.assize.bench.faults.FaultsBenchmark \
  "${1:-200000}" "${2:-200}" "${3:-20261123}" target/bench-faults
