#!/usr/bin/env bash
# Usage: bench/refused.sh [ROWS]
# Has many rows refused, measures pages of them and their replay. Needs Linux. Let nothing else run.
set -euo pipefail

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
exec "$root/bench/start.sh" -Xmx1g org.assize.bench.refused.RefusedBenchmark \
  "${1:-1000000}" target/bench-refused
