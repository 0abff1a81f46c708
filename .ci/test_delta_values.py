"""The comparison itself: equal values are found equal, and a difference is told without a value."""

import datetime
import decimal
import json

import delta_values
import read_with_other_clients as reader

UTC = datetime.timezone.utc
NESTED = {
    "type": "map",
    "keyType": "string",
    "valueType": {"type": "array", "elementType": "timestamp"},
}


def test_values_of_every_type_have_one_form_whoever_read_them():
    at = datetime.datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)
    cases = [
        ("long", 7, "7"),
        ("double", 0.1, "0.1"),
        ("double", float("nan"), '"NaN"'),
        ("decimal(10,2)", decimal.Decimal("1.5"), '"1.50"'),
        ("timestamp", at, "-1"),
        ("date", datetime.date(1969, 12, 31), '"1969-12-31"'),
        ("binary", b"\x0a\xff", '"0AFF"'),
        (NESTED, [("b", [at]), ("a", None)], '[{"k":"a","v":null},{"k":"b","v":[-1]}]'),
    ]
    for kind, by_arrow, by_spark in cases:
        form = delta_values.from_arrow(kind, by_arrow)
        assert form == delta_values.from_spark(kind, json.loads(by_spark)), kind


def test_a_column_read_as_null_is_found_and_its_values_are_not_told():
    expected = [(1, "secret"), (2, "secret")]
    readers = {"Spark": expected, "other": [(1, None), (2, None)]}

    found = list(reader.differences("d_raw.t", ["id", "name"], readers))

    assert found == ["d_raw.t: other and Spark read different values in ['name']"]


def test_a_missing_row_and_values_swapped_between_rows_are_found():
    expected = [(1, "a"), (2, "b")]

    fewer = list(reader.differences("t", ["id", "name"], {"A": expected, "B": expected[:1]}))
    swapped = list(
        reader.differences("t", ["id", "name"], {"A": expected, "B": [(1, "b"), (2, "a")]})
    )

    assert fewer == ["t: B read 1 rows, A 2"]
    assert swapped == ["t: B and A read different values in some rows"]


def test_rows_in_another_order_are_equal():
    rows = [(1, None), (2, "b"), (2, "b")]
    assert not list(reader.differences("t", ["id", "name"], {"A": rows, "B": rows[::-1]}))
