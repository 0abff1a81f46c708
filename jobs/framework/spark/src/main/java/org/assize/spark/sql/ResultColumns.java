package org.assize.spark.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.util.CharVarcharUtils$;
import org.apache.spark.sql.types.DataType;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.spark.purity.Trees;

/** Compares what a query yields with what its contract promises, by name and type. */
final class ResultColumns {

  private final DataContract contract;
  private final Place first;
  private final Problems problems;

  ResultColumns(DataContract contract, Place first, Problems problems) {
    this.contract = contract;
    this.first = first;
    this.problems = problems;
  }

  void check(LogicalPlan parsed, LogicalPlan analyzed) {
    Map<String, Place> yielded = new LinkedHashMap<>();
    var lines = new SelectLines(parsed);
    for (Attribute column : Trees.list(analyzed.output())) {
      Place place = SqlFault.at(first, lines.next(column.name()));
      if (yielded.putIfAbsent(column.name(), place) != null) {
        mismatch(place, "The query yields `" + column.name() + "` twice.", "Rename one with AS.");
      } else {
        contract
            .column(column.name())
            .ifPresent(promised -> checkType(promised, column.dataType(), place));
      }
    }
    List<Column> missing =
        contract.columns().stream().filter(c -> yielded.remove(c.name()) == null).toList();
    compareNames(missing, yielded);
  }

  private void compareNames(List<Column> missing, Map<String, Place> surplus) {
    for (Column promised : missing) {
      mismatch(
          promised.place(),
          "%s does not yield the promised column `%s`.".formatted(first.file(), promised.name()),
          surplus.isEmpty()
              ? "Add it to the query, or take it out here."
              : Nearest.hint(promised.name(), surplus.keySet()));
    }
    List<String> names = missing.stream().map(Column::name).toList();
    surplus.forEach(
        (name, place) ->
            mismatch(
                place,
                "The query yields `" + name + "`, which its contract does not promise.",
                names.isEmpty()
                    ? "Take it out, or add it to " + contract.place().file() + "."
                    : Nearest.hint(name, names)));
  }

  private void checkType(Column promised, DataType yielded, Place place) {
    DataType type =
        CharVarcharUtils$.MODULE$.replaceCharVarcharWithString(QueryAnalyzer.type(promised));
    if (type.catalogString().equals(yielded.catalogString())) {
      return;
    }
    String name = promised.name();
    mismatch(
        place,
        "`%s` is %s; the contract promises %s (%s)."
            .formatted(name, yielded.catalogString(), type.catalogString(), promised.place()),
        "Write `CAST(… AS " + type.catalogString() + ") AS " + name + "`.");
  }

  private void mismatch(Place place, String problem, String mend) {
    problems.add(ErrorCode.SCHEMA_MISMATCH, place, problem, "", mend);
  }
}
