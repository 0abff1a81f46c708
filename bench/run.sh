#!/usr/bin/env bash
# Usage: bench/run.sh [ROWS [ROUNDS]]
# Builds, then measures the same work done in every way on this machine. Let nothing else run.
set -euo pipefail

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
mvn -B -q -Pfast package -pl bench -am
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
exec "$java" "@jobs/framework/cli/target/lib/jvm.options" -Xmx1g \
  -cp "$root/bench/target/classes:$(cat bench/target/class.path)" \
  org.assize.bench.Benchmark "${1:-2000000}" "${2:-1}" target/bench
