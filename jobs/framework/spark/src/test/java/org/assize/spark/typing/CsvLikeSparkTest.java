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
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.DataContract;
import org.assize.contract.Format;
import org.assize.contract.Source;
import org.assize.contract.ValueFormats;
import org.assize.spark.landing.RawFrame;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random files of the kind that Spark's own reader defines well. */
@SparkTest
class CsvLikeSparkTest {

  private static final ValueFormats NO_NULLS =
      new ValueFormats(
          List.of(), List.of(), ZoneId.of("UTC"), List.of(), List.of("true"), List.of("false"));
  private static final DataContract CONTRACT =
      Contracts.of(column("a", "string"), column("b c", "string"), column("d", "string"));

  private final SparkSession spark;
  @TempDir private Path root;

  CsvLikeSparkTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @CsvSource({
    "11, ',', LF, '', true",
    "12, ';', CRLF, \uFEFF, false",
    "13, '|', CR, '', true",
    "14, TAB, LF, \uFEFF, false",
  })
  void records_and_fields_are_those_of_sparks_reader(
      int seed, String delimiterName, String lineEndName, String mark, boolean endsInLine) {
    char delimiter = delimiterName.equals("TAB") ? '\t' : delimiterName.charAt(0);
    String lineEnd = lineEndName.replace("CR", "\r").replace("LF", "\n");
    List<String> lines = lines(new Random(seed), delimiter);
    String text = mark + String.join(lineEnd, lines) + (endsInLine ? lineEnd : "");
    Path file = deliver(root, "in.csv", text);
    Source source = source(Format.CSV, "in.csv", delimiter, NO_NULLS);

    List<Row> ours = typed(source, Long.MAX_VALUE);

    assertThat(typed(source, 1)).isEqualTo(ours);
    List<Row> sparks = sparks(file, delimiter);
    assertThat(ours).hasSizeGreaterThan(300).hasSameSizeAs(sparks);
    for (int i = 0; i < ours.size(); i++) {
      // Spark writes the file's own line end within quotes as \n.
      assertThat(ours.get(i).toString().replace(lineEnd, "\n")).isEqualTo(sparks.get(i).toString());
    }
  }

  private List<Row> typed(Source source, long rangeBytes) {
    Dataset<Row> raw =
        RawFrame.of(spark, source, scanned(root, source, rangeBytes), Instant.EPOCH, "b");
    Dataset<Row> typed = TypedFrame.of(raw, CONTRACT, use(source));
    assertThat(typed.where("_fault <> 0").count()).isZero();
    return typed.orderBy("_locator").select("a", "`b c`", "d").collectAsList();
  }

  private List<Row> sparks(Path file, char delimiter) {
    return spark
        .read()
        .option("header", "true")
        .option("multiLine", "true")
        .option("sep", String.valueOf(delimiter))
        .option("quote", "\"")
        .option("escape", "\"")
        .csv(file.toString())
        .na()
        .fill("")
        .collectAsList();
  }

  private static List<String> lines(Random random, char delimiter) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join("" + delimiter, "a", "\"b c\"", "d"));
    for (int i = 0; i < 400; i++) {
      lines.add(
          random.nextInt(12) == 0
              ? ""
              : String.join(
                  "" + delimiter,
                  field(random, delimiter),
                  field(random, delimiter),
                  field(random, delimiter)));
    }
    lines.add(String.join("" + delimiter, "z", "z", "z"));
    return lines;
  }

  private static String field(Random random, char delimiter) {
    String plain = "ab1 é€\uD83D\uDE00\"'\\#";
    String quoted = plain + "\n\r,;|\t" + delimiter;
    if (random.nextInt(3) > 0) {
      String text = text(random, plain);
      return text.startsWith("\"") ? "x" + text : text;
    }
    return "\"" + text(random, quoted).replace("\"", "\"\"") + "\"";
  }

  private static String text(Random random, String alphabet) {
    int[] characters = alphabet.codePoints().toArray();
    var text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.appendCodePoint(characters[random.nextInt(characters.length)]);
    }
    return text.toString();
  }
}
