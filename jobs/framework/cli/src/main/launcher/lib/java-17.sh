# Sets JAVA_HOME to a Java 17: the one it names, else the one on the PATH, else one in a usual place.
# Spark 3.5 runs on Java 17 and on none later.

is_java_17() {
  [ -x "$1/bin/java" ] || return 1
  if [ -r "$1/release" ]; then
    grep -q '^JAVA_VERSION="17[."]' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | grep -q ' version "17[."]'
  fi
}

version_of_java() {
  sed -n 's/^JAVA_VERSION="\(.*\)".*/, which is Java \1/p' "$1/release" 2>/dev/null || true
}

# A file that links lead to, as far as they go.
behind_links() {
  file=$1
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$(dirname "$file")/$link ;;
    esac
  done
  printf '%s\n' "$file"
}

# What the PATH has may be a script that chooses among several: then it is asked.
java_home_on_path() {
  command -v java >/dev/null || return 0
  file=$(behind_links "$(command -v java)")
  if [ -d "${file%/bin/java}/lib" ]; then
    printf '%s\n' "${file%/bin/java}"
  else
    java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
  fi
}

find_java_17() {
  on_path=$(java_home_on_path)
  for candidate in "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/*17* /Library/Java/JavaVirtualMachines/*17*/Contents/Home; do
    if [ -n "$candidate" ] && is_java_17 "$candidate"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return
    fi
  done
  cat >&2 <<END
assize: no Java 17 found.
  JAVA_HOME: ${JAVA_HOME:-not set}$(version_of_java "${JAVA_HOME:-}")
  PATH: ${on_path:-no java}$(version_of_java "$on_path")
Spark 3.5 runs on Java 17 and on no later one. Install a Java 17 runtime (to build Assize, a JDK 17), and set
JAVA_HOME to its folder if it is in no usual place.
END
  exit 2
}

find_java_17
