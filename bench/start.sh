#!/usr/bin/env bash
# Usage: bench/start.sh OPTION CLASS [ARGUMENT...]
# Builds, then starts a main class of the benchmarks in the repository with one option for Java.
set -euo pipefail

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
mvn -B -q -Pfast package -pl bench -am
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
exec "$java" "@jobs/framework/cli/target/lib/jvm.options" \
  -cp "$root/bench/target/classes:$(cat bench/target/class.path)" "$@"
