#!/usr/bin/env bash
# Usage: bench/run.sh [ROWS [ROUNDS]]
# Builds, then measures the same work done in every way on this machine. Let nothing else run.
set -euo pipefail

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
exec "$root/bench/start.sh" -Xmx1g org.assize.bench.Benchmark \
  "${1:-2000000}" "${2:-1}" target/bench
