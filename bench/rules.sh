#!/usr/bin/env bash
# Usage: bench/rules.sh [ROWS [ROUNDS]]
# Measures what forty more row rules add to the write of a table. Let nothing else run.
set -euo pipefail

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
exec "$root/bench/start.sh" -Xmx2g org.assize.bench.rules.RuleCost \
  "${1:-2000000}" "${2:-5}" target/bench-rules
