#!/usr/bin/env bash
# Usage: bench/cold.sh ARCHIVE [RUNS]
# From a CSV of 5,000 rows to a published table by a release: the time of `assize run`, from the start of the
# process. The first run is the first ever after unpacking; each has a warehouse of its own. Let nothing else run.
set -euo pipefail

archive=$(realpath "$1")
runs=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar -xzf "$archive" -C "$work"
assize=$(echo "$work"/assize-*/bin/assize)
mkdir "$work/team"
cd "$work/team"
"$assize" init --quiet
rm -r schemas/example jobs/example landing
mkdir -p landing/probation jobs/probation
awk 'BEGIN {
  print "Appointment Ref,Team,Appointment Date,Start,Type,Attended,Hours Credited"
  split("North South East West", team, " ")
  for (i = 1; i <= 5000; i++)
    printf "AP-%05d,%s,%02d/%02d/2026,%02d:30,%s,%s,%.1f\n", i, team[i % 4 + 1], i % 28 + 1, i % 12 + 1,
      i % 9 + 9, i % 3 ? "Supervision" : "Unpaid work", i % 7 ? "Y" : "N", i % 15 / 2
}' >landing/probation/appointments_2026-11-16.csv
"$assize" new probation/appointment --from landing/probation/appointments_2026-11-16.csv --quiet
cat >jobs/probation/attendance.sql <<'SQL'
SELECT coalesce(team, 'none') AS team, count(*) AS appointments, count_if(attended) AS attended
FROM probation_curated.appointment
GROUP BY ALL
SQL
"$assize" new --from jobs/probation/attendance.sql --quiet
printf 'owner: Probation data team\n' >schemas/probation/_domain.yaml

TIMEFORMAT='%R s wall, %U s user'
for ((run = 1; run <= runs; run++)); do
  rm -rf warehouse
  time "$assize" run --quiet >"$work/run.txt" 2>&1
  grep -q 'probation/attendance .*committed' "$work/run.txt" || { cat "$work/run.txt"; exit 1; }
done
