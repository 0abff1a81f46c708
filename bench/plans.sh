#!/usr/bin/env bash
# Usage: bench/plans.sh [TABLES]
# How long a plan takes over many tables that each have a year of days to compute, and how long their DAGs.
set -euo pipefail

root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tables=${1:-1000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p schemas/shop jobs/shop landing/sale
printf 'warehouse: warehouse\nlanding: landing\n' >assize.yaml
printf "owner: Shop\nschedule: {cron: '0 5 * * *', timezone: Europe/London}\n" >schemas/shop/_domain.yaml

# Arguments: table, columns, what is ours.
contract() {
  cat >"schemas/shop/$1.odcs.yaml" <<EOF
apiVersion: v3.1.0
kind: DataContract
id: shop.$1
version: 1.0.0
status: active
schema:
  - name: $1
    description: A table of a benchmark.
    properties:
$2
customProperties:
  - property: assize
    value:
$3
EOF
}

contract sale "      - {name: sale_id, logicalType: integer, primaryKey: true, required: true}
      - {name: sold_on, logicalType: date, required: true}
      - {name: amount, logicalType: integer, required: true}" \
  "      layer: curated
      sources: [{name: till, files: 'sale/*.csv', format: csv}]
      load: {mode: append, interval: {column: sold_on, grain: day}}"
for ((n = 2; n <= tables; n++)); do
  contract "daily_$n" "      - {name: sold_on, logicalType: date, primaryKey: true, required: true}
      - {name: amount, logicalType: integer, required: true}" \
    "      layer: published
      load: {mode: replaceInterval, interval: {column: sold_on, grain: day}}"
  echo "SELECT sold_on, sum(amount) + $n AS amount FROM shop_curated.sale GROUP BY sold_on" >"jobs/shop/daily_$n.sql"
done
{
  echo sale_id,sold_on,amount
  for ((day = 0; day < 365; day++)); do echo "$day,$(date -u -d "2025-11-01 +$day days" +%F),7"; done
} >landing/sale/year.csv

timed() {
  local begun=$EPOCHREALTIME
  "$root/assize" "$@" >answer.txt
  LC_ALL=C awk -v a="$begun" -v b="$EPOCHREALTIME" -v what="$1 $2" 'BEGIN { printf "%-18s %6.1f s\n", what, b - a }'
}

"$root/assize" run shop/sale --quiet >/dev/null
timed plan --quiet
grep -c '365 intervals' answer.txt | sed 's/$/ tables have a year to compute/'
timed airflow generate --out dags
ls dags/*.json | wc -l | sed 's/$/ pipelines/'
