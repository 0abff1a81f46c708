package org.assize.spark.typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assize.spark.landing.Landings.deliver;
import static org.assize.spark.landing.Landings.scanned;
import static org.assize.spark.landing.Landings.source;
import static org.assize.spark.typing.Contracts.column;
import static org.assize.spark.typing.Contracts.use;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.assize.contract.DataContract;
import org.assize.contract.Format;
import org.assize.contract.Source;
import org.assize.contract.ValueFormats;
import org.assize.spark.landing.RawFrame;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lines of the kind that Spark's own reader defines well. */
@SparkTest
class JsonLikeSparkTest {

  private static final ValueFormats NO_NULLS =
      new ValueFormats(
          List.of(), List.of(), ZoneId.of("UTC"), List.of(), List.of("true"), List.of("false"));
  private static final Source SOURCE = source(Format.JSONL, "in.jsonl", ',', NO_NULLS);
  private static final String[][] COLUMNS = {
    {"id", "bigint"},
    {"x", "double"},
    {"s", "string"},
    {"b", "boolean"},
    {"o", "struct<p:bigint,q:struct<r:string>>"},
    {"l", "array<bigint>"},
    {"m", "array<struct<p:bigint,s:string>>"},
    {"w", "decimal(20,4)"},
  };

  private final SparkSession spark;
  @TempDir private Path root;

  JsonLikeSparkTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 22})
  void records_and_values_are_those_of_sparks_reader(int seed) {
    var random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      String line = object(random, i);
      lines.add(random.nextInt(10) == 0 ? line.substring(0, random.nextInt(line.length())) : line);
      if (random.nextInt(10) == 0) {
        lines.add(" \t");
      }
    }
    Path file = deliver(root, "in.jsonl", String.join(seed % 2 == 0 ? "\n" : "\r\n", lines));

    List<String> ours = typed(Long.MAX_VALUE);

    assertThat(typed(1)).isEqualTo(ours);
    assertThat(ours).isEqualTo(sparks(file)).hasSizeGreaterThan(500);
  }

  private List<String> typed(long rangeBytes) {
    DataContract contract =
        Contracts.of(
            java.util.Arrays.stream(COLUMNS)
                .map(column -> column(column[0], column[1]))
                .toArray(org.assize.contract.Column[]::new));
    Dataset<Row> raw =
        RawFrame.of(spark, SOURCE, scanned(root, SOURCE, rangeBytes), Instant.EPOCH, "b");
    return text(
        TypedFrame.of(raw, contract, use(SOURCE))
            .selectExpr("id", "x", "s", "b", "o", "l", "m", "w", "_fault = 2"));
  }

  private List<String> sparks(Path file) {
    String columns =
        java.util.Arrays.stream(COLUMNS)
            .map(column -> column[0] + " " + column[1])
            .collect(Collectors.joining(","));
    Dataset<Row> frame =
        spark
            .read()
            .schema(StructType.fromDDL(columns + ",_corrupt_record string"))
            .json(file.toString());
    return text(
        frame
            .selectExpr(
                "if(_corrupt_record is null, struct(id, x, s, b, o, l, m, w), null) as r",
                "_corrupt_record is not null as c")
            .selectExpr("r.*", "c"));
  }

  private static List<String> text(Dataset<Row> rows) {
    List<String> text = new ArrayList<>(rows.collectAsList().stream().map(Row::toString).toList());
    Collections.sort(text);
    return text;
  }

  private static String object(Random random, int id) {
    List<String> members = new ArrayList<>();
    members.add("\"id\":" + id);
    add(members, random, "x", random.nextInt(100) + "." + random.nextInt(1_000_000) + "e-3");
    add(members, random, "s", string(random));
    add(members, random, "b", "" + random.nextBoolean());
    add(members, random, "o", "{\"q\":{\"r\":" + string(random) + "},\"z\":[{}],\"p\":-7}");
    add(members, random, "l", "[1, null , " + random.nextLong() + "]");
    add(members, random, "m", "[ {\"s\":" + string(random) + ",\"p\":1},{}, null]");
    add(members, random, "w", "-" + random.nextInt(1_000_000_000) + "." + random.nextInt(10_000));
    add(members, random, "unknown", "[{\"id\":5},\"]}\"]");
    Collections.shuffle(members, random);
    String space = random.nextBoolean() ? "" : " \t";
    return space + "{" + String.join(space + "," + space, members) + "}" + space;
  }

  private static void add(List<String> members, Random random, String key, String value) {
    int chance = random.nextInt(6);
    if (chance > 0) {
      members.add("\"" + key + "\":" + (chance == 1 ? "null" : value));
    }
  }

  private static String string(Random random) {
    String[] parts = {
      "a",
      " ",
      "é",
      "€",
      "\uD83D\uDE00",
      "\\n",
      "\\\"",
      "\\\\",
      "\\/",
      "\\u0041",
      "\\ud83d\\ude00",
      ","
    };
    var text = new StringBuilder("\"");
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.append('"').toString();
  }
}
