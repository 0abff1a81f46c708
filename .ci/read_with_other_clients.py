"""Reads every table of a warehouse with deltalake and DuckDB and compares all values with Spark's.

Usage: read_with_other_clients.py WAREHOUSE ASSIZE, in the folder of the workspace, where ASSIZE is
the launcher. Counts and names are printed, never a value.
"""

import collections
import json
import pathlib
import subprocess
import sys

import deltalake
import duckdb
from duckdb_extensions import import_extension

import delta_values
from delta_log import DeltaLog

LAYERS = ("raw", "curated", "published", "quarantine", "ops")
LONGEST_QUERY = 60_000  # one argument of a process is limited to 128 KiB
MOST_LISTS = 900  # a query shows at most 1000 rows
ROWS_A_LIST = 500


def main(warehouse, assize):
    tables = tables_of(pathlib.Path(warehouse))
    faults = [f"no table in {layer}" for layer in LAYERS if not any_in(layer, tables)]
    logs = {}
    for name, path in tables.items():
        logs[name] = DeltaLog(path)
        faults += [f"{name}: {hindrance}" for hindrance in logs[name].hindrances()]
    by_arrow = {
        name: rows_of(logs[name].columns(), deltalake.DeltaTable(path).to_pyarrow_table())
        for name, path in tables.items()
    }
    spark = rows_by_spark(assize, logs, {name: len(rows) for name, rows in by_arrow.items()})
    connection = duckdb_connection()
    for name, path in tables.items():
        columns = logs[name].columns()
        readers = {
            "Spark": spark[name],
            "deltalake": by_arrow[name],
            "DuckDB": rows_of(columns, scanned(connection, path)),
        }
        faults += differences(name, [column for column, _ in columns], readers)
        print(f"  {name}: version {logs[name].version}, {len(spark[name]):,} rows")
    layers = {layer: sum(len(spark[n]) for n in any_in(layer, tables)) for layer in LAYERS}
    faults += [f"not one row in {layer}" for layer, rows in layers.items() if rows == 0]
    for fault in faults:
        print(f"FAULT {fault}", file=sys.stderr)
    print(f"{len(tables)} tables read by three clients, {len(faults)} faults; rows: {layers}")
    return 1 if faults else 0


def tables_of(warehouse):
    """Folder of each table by its full name, found by their logs."""
    tables = {}
    for log in sorted(warehouse.glob("**/_delta_log")):
        layer, *domain, table = log.parent.relative_to(warehouse).parts
        tables[".".join(["_".join([*domain, layer]), table])] = log.parent
    return tables


def any_in(layer, tables):
    return [name for name in tables if name.split(".")[0].split("_")[-1] == layer]


def duckdb_connection():
    import_extension("delta")
    connection = duckdb.connect()
    connection.execute("LOAD delta")
    connection.execute("SET TimeZone = 'UTC'")
    return connection


def scanned(connection, path):
    return connection.execute("SELECT * FROM delta_scan(?)", [str(path)]).to_arrow_table()


def rows_of(columns, table):
    """Rows in the common form. A column that the client does not show is a failure here."""
    shown = table.column_names
    wanted = [name for name, _ in columns]
    if sorted(shown) != sorted(wanted):
        raise SystemExit(f"columns differ: {sorted(set(shown) ^ set(wanted))}")
    values = [
        [delta_values.from_arrow(kind, value) for value in table.column(name).to_pylist()]
        for name, kind in columns
    ]
    return list(zip(*values, strict=True))


def rows_by_spark(assize, logs, counts):
    """Rows of all tables in the common form, read through the command line."""
    rows = {name: [] for name in logs}
    for query in queries(logs, counts):
        answer = subprocess.run(
            [assize, "query", "--json", query], check=True, stdout=subprocess.PIPE, text=True
        )
        for part in json.loads(answer.stdout)["rows"]:
            columns = logs[part["name"]].columns()
            for values in map(json.loads, part["rows"]):
                rows[part["name"]].append(
                    tuple(delta_values.from_spark(kind, values[name]) for name, kind in columns)
                )
    return rows


def queries(logs, counts):
    """As few queries as possible, for each starts an engine. They answer lists of rows as JSON."""
    batch, length, lists = [], 0, 0
    for name, log in logs.items():
        parts = counts[name] // ROWS_A_LIST + 1
        query = lists_of_rows(name, log.columns(), parts)
        if batch and (length + len(query) > LONGEST_QUERY or lists + parts > MOST_LISTS):
            yield " UNION ALL ".join(batch)
            batch, length, lists = [], 0, 0
        batch.append(query)
        length += len(query)
        lists += parts
    yield " UNION ALL ".join(batch)


def lists_of_rows(table, columns, parts):
    members = ", ".join(
        f"'{name}', {delta_values.spark_expression(kind, f'`{name}`')}" for name, kind in columns
    )
    return (
        f"SELECT '{table}' AS name, collect_list(row) AS rows FROM (SELECT"
        f" to_json(named_struct({members}), map('ignoreNullFields', 'false')) AS row FROM {table})"
        f" GROUP BY pmod(hash(row), {parts})"
    )


def differences(name, columns, readers):
    """One sentence for each reader that saw something else than the first, with the columns."""
    (reference, expected), *others = readers.items()
    for client, rows in others:
        if multiset(rows) == multiset(expected):
            continue
        if len(rows) != len(expected):
            yield f"{name}: {client} read {len(rows)} rows, {reference} {len(expected)}"
            continue
        wrong = [
            column
            for place, column in enumerate(columns)
            if multiset(row[place] for row in rows) != multiset(row[place] for row in expected)
        ]
        yield f"{name}: {client} and {reference} read different values in {wrong or 'some rows'}"


def multiset(values):
    return collections.Counter(json.dumps(value) for value in values)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
