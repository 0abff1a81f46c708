package org.assize.spark.sql;

import java.util.ArrayList;
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
import org.assize.contract.TransformSpec;
import org.assize.contract.TypeOptions;
import org.assize.contract.problem.Place;

/** Contracts of the inputs and of the result, as short as tests want them. */
final class Promises {

  static final String CONTRACT = "schemas/victims/referral_monthly.odcs.yaml";
  static final Place QUERY = new Place("jobs/victims/referral_monthly.sql", 1);

  /** Inputs that most tests read. */
  static final Map<String, List<Column>> INPUTS =
      Map.of(
          "victims_curated.referral",
          columns(
              "referral_id string, referred_on date, first_contact_on date, police_force string,"
                  + " amount int, status string, seen_at timestamp, user string,"
                  + " tags array<string>"),
          "victims_curated.provider",
          columns("code string, name string"));

  private Promises() {}

  /** Columns out of {@code name type, name type}; the first stands in line 7. */
  static List<Column> columns(String ddl) {
    List<Column> columns = new ArrayList<>();
    for (String part : ddl.split(", (?=\\w+ )")) {
      String[] words = part.strip().split(" ", 2);
      columns.add(column(words[0], words[1], 7 + columns.size()));
    }
    return columns;
  }

  private static Column column(String name, String type, int line) {
    return new Column(
        name,
        new Place(CONTRACT, line),
        LogicalType.STRING,
        type,
        false,
        Optional.empty(),
        false,
        false,
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        TypeOptions.NONE,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** A derived table's contract. */
  static DataContract contract(String ddl) {
    return new DataContract(
        new DatasetName("victims", Layer.PUBLISHED, "referral_monthly"),
        new Place(CONTRACT, 1),
        "victims.referral_monthly",
        "1.0.0",
        "active",
        Optional.empty(),
        "",
        "",
        columns(ddl),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(new TransformSpec(Optional.empty(), List.of())),
        new Load(Load.Mode.REPLACE, List.of(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        ServiceTerms.NONE);
  }
}
