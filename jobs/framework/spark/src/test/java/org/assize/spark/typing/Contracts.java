package org.assize.spark.typing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.contract.Load;
import org.assize.contract.LogicalType;
import org.assize.contract.ServiceTerms;
import org.assize.contract.Source;
import org.assize.contract.SourceUse;
import org.assize.contract.TypeOptions;
import org.assize.contract.problem.Place;

/** Contracts for tests. */
final class Contracts {

  private static final Place PLACE = new Place("schemas/tests/thing.odcs.yaml", 3);

  private Contracts() {}

  static DataContract of(Column... columns) {
    return new DataContract(
        new DatasetName("tests", Layer.CURATED, "thing"),
        PLACE,
        "tests.thing",
        "1.0.0",
        "active",
        Optional.empty(),
        "",
        "",
        List.of(columns),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        new Load(Load.Mode.APPEND, List.of(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        ServiceTerms.NONE);
  }

  static Column column(String name, String type, String... sources) {
    return column(name, type, Arrays.asList(sources), List.of(), Optional.empty());
  }

  /** A struct, or an array of structs where the type says so. */
  static Column nested(String name, String type, String source, Column... properties) {
    return type.startsWith("array")
        ? column(
            name,
            type,
            List.of(source),
            List.of(),
            Optional.of(nested("element", type.substring(6, type.length() - 1), "", properties)))
        : column(
            name,
            type,
            source.isEmpty() ? List.of() : List.of(source),
            List.of(properties),
            Optional.empty());
  }

  private static Column column(
      String name,
      String type,
      List<String> sources,
      List<Column> properties,
      Optional<Column> items) {
    return new Column(
        name,
        PLACE.atLine(10),
        logical(type),
        type,
        false,
        Optional.empty(),
        false,
        false,
        "",
        Optional.empty(),
        Optional.empty(),
        sources,
        TypeOptions.NONE,
        List.of(),
        List.of(),
        properties,
        items);
  }

  private static LogicalType logical(String type) {
    return type.startsWith("array")
        ? LogicalType.ARRAY
        : type.startsWith("struct") ? LogicalType.OBJECT : LogicalType.STRING;
  }

  static SourceUse use(Source source) {
    return new SourceUse(source, Optional.empty(), Map.of());
  }

  static SourceUse use(Source source, String rows) {
    return new SourceUse(source, Optional.of(rows), Map.of());
  }
}
