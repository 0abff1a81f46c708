"""Values of Delta tables in one form, whoever read them, so that readers can be compared.

A value's form follows from its type in the table's own log: whole numbers and text as they are,
times as microseconds since 1970, dates as text, decimals as text with their scale, bytes as
hexadecimal, lists and structs as lists, maps as sorted lists of pairs.
"""

import datetime
import decimal
import json
import math

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
MICROSECOND = datetime.timedelta(microseconds=1)


def from_arrow(kind, value):
    """The form of a Python value that Arrow gave."""
    if value is None:
        return None
    if isinstance(kind, dict):
        if kind["type"] == "array":
            return [from_arrow(kind["elementType"], each) for each in value]
        if kind["type"] == "struct":
            return [from_arrow(field["type"], value[field["name"]]) for field in kind["fields"]]
        pairs = value.items() if isinstance(value, dict) else value
        return _sorted_pairs(
            [from_arrow(kind["keyType"], key), from_arrow(kind["valueType"], each)]
            for key, each in pairs
        )
    if kind == "timestamp":
        return (value - EPOCH) // MICROSECOND
    if kind == "date":
        return value.isoformat()
    if kind == "binary":
        return value.hex().upper()
    if kind.startswith("decimal"):
        return str(value.quantize(decimal.Decimal(1).scaleb(-scale(kind))))
    if kind in ("double", "float"):
        return _fraction(value)
    return value


def spark_expression(kind, value):
    """SQL that makes Spark give the form of a value, ready for to_json."""
    if isinstance(kind, dict):
        if kind["type"] == "array":
            return f"transform({value}, x -> {spark_expression(kind['elementType'], 'x')})"
        if kind["type"] == "struct":
            members = ", ".join(
                f"'{field['name']}', {spark_expression(field['type'], _member(value, field))}"
                for field in kind["fields"]
            )
            return f"if({value} IS NULL, NULL, named_struct({members}))"
        key = spark_expression(kind["keyType"], "e.key")
        each = spark_expression(kind["valueType"], "e.value")
        return f"transform(map_entries({value}), e -> named_struct('k', {key}, 'v', {each}))"
    if kind == "timestamp":
        return f"unix_micros({value})"
    if kind == "binary":
        return f"hex({value})"
    if kind == "float":
        return f"CAST({value} AS DOUBLE)"
    if kind == "date" or kind.startswith("decimal"):
        return f"CAST({value} AS STRING)"
    return value


def from_spark(kind, value):
    """The form of a value that Spark wrote as JSON by way of spark_expression."""
    if value is None:
        return None
    if isinstance(kind, dict):
        if kind["type"] == "array":
            return [from_spark(kind["elementType"], each) for each in value]
        if kind["type"] == "struct":
            return [from_spark(field["type"], value[field["name"]]) for field in kind["fields"]]
        return _sorted_pairs(
            [from_spark(kind["keyType"], each["k"]), from_spark(kind["valueType"], each["v"])]
            for each in value
        )
    if kind in ("double", "float"):
        return _fraction(float(value))
    return value


def scale(kind):
    """Digits behind the point of decimal(precision,scale)."""
    return int(kind.rstrip(")").split(",")[1])


def _fraction(value):
    return "NaN" if math.isnan(value) else repr(value + 0.0)


def _member(value, field):
    return f"{value}.`{field['name']}`"


def _sorted_pairs(pairs):
    return sorted(pairs, key=lambda pair: json.dumps(pair))
