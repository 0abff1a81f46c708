package org.assize.spark.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.ContractReader;
import org.assize.contract.rule.RowRule;
import org.assize.contract.rule.RuleCompiler;
import org.assize.contract.standard.ColumnStandard;
import org.assize.contract.standard.ColumnStandards;
import org.assize.testkit.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of the standards mean in Spark what their publishers say. */
@SparkTest
class StandardChecksTest {

  private static final int VALUES = 4_000;

  private final SparkSession spark;
  @TempDir private Path root;

  StandardChecksTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void the_letter_of_a_pnc_identifier_is_judged_as_the_oracle_does() throws Exception {
    agree(
        "pnc",
        IdentifierOracle::isPnc,
        chance -> {
          int year = 1950 + chance.nextInt(77);
          int serial = chance.nextInt(chance.nextBoolean() ? 10_000_000 : 1_000);
          char letter = IdentifierOracle.letter(year % 100 * 10_000_000L + serial);
          return switch (chance.nextInt(3)) {
            case 0 -> "%d/%07d%s".formatted(year, serial, letter);
            case 1 -> "%02d/%d%s".formatted(year % 100, serial, letter);
            default -> "%d%07d%s".formatted(year, serial, letter);
          };
        });
  }

  @Test
  void the_letter_of_a_cro_number_is_judged_as_the_oracle_does() throws Exception {
    agree(
        "cro",
        IdentifierOracle::isCro,
        chance -> {
          int year = chance.nextInt(100);
          int serial = chance.nextInt(chance.nextBoolean() ? 1_000_000 : 100);
          if (chance.nextBoolean()) {
            long number = Long.parseLong("%02d%d".formatted(year, serial));
            return "SF%02d/%d%s".formatted(year, serial, IdentifierOracle.letter(number));
          }
          char letter = IdentifierOracle.letter(year * 1_000_000L + serial);
          return (chance.nextBoolean() ? "%06d/%02d%s" : "%d/%02d%s")
              .formatted(serial, year, letter);
        });
  }

  @Test
  void the_letter_of_an_arrest_summons_number_is_judged_as_the_oracle_does() throws Exception {
    agree(
        "asn",
        IdentifierOracle::isAsn,
        chance -> {
          String force = pair(chance);
          String system = pair(chance);
          String year = "%02d".formatted(chance.nextInt(100));
          String sequence = "%011d".formatted(chance.nextInt(Integer.MAX_VALUE));
          String digits =
              (force + "," + system).replaceAll("[0-9]?[A-Z][A-Z0-9]?", "").replace(",", "");
          char letter = IdentifierOracle.letter(Long.parseLong(digits + year + sequence));
          String top = chance.nextInt(10) == 0 ? "A" : "";
          return year + top + force + "ZZ" + system + sequence + letter;
        });
  }

  @Test
  void every_standard_tells_its_own_examples_apart() throws Exception {
    for (ColumnStandard standard : ColumnStandards.shipped().all()) {
      var examples = standard.written().mapping("examples").orElseThrow();
      List<String> values = new ArrayList<>(examples.texts("valid"));
      values.addAll(examples.texts("invalid"));

      assertThat(accepted(standard.name(), values))
          .as(standard.name())
          .containsExactlyInAnyOrderElementsOf(examples.texts("valid"));
    }
  }

  @Test
  void published_examples_are_judged_as_their_publishers_do() throws Exception {
    assertThat(accepted("pnc", List.of("2002/0073319Z", "79/163001B", "2002/0073319X")))
        .containsExactlyInAnyOrder("2002/0073319Z", "79/163001B");
    assertThat(accepted("cro", List.of("86621/65B", "51072/62R", "SF05/482703J", "85227/65G")))
        .containsExactlyInAnyOrder("86621/65B", "51072/62R", "SF05/482703J");
    assertThat(
            accepted(
                "asn",
                List.of("1101ZD0100000410836V", "1101ZD0100000448754K", "1101ZD0100000448754J")))
        .containsExactlyInAnyOrder("1101ZD0100000410836V", "1101ZD0100000448754K");
  }

  /** Values that are valid, nearly so, blank and absent, judged by both. */
  private void agree(String standard, Predicate<String> oracle, Function<Random, String> valid)
      throws Exception {
    var chance = new Random(20261123);
    Set<String> values = new HashSet<>(List.of("", " ", "\n"));
    while (values.size() < VALUES) {
      String value = valid.apply(chance);
      assertThat(oracle.test(value)).as(value).isTrue();
      values.add(value);
      values.add(IdentifierOracle.mutated(value, chance));
    }
    List<String> all = new ArrayList<>(values);
    all.add(null);
    Set<String> expected =
        all.stream().filter(v -> v == null || oracle.test(v)).collect(Collectors.toSet());

    Set<String> accepted = new HashSet<>(accepted(standard, all));

    assertThat(accepted).isEqualTo(expected);
    assertThat(expected).hasSizeBetween(VALUES / 3, VALUES * 3 / 4);
  }

  /** The values that meet every check of a standard, as a contract applies it. */
  private List<String> accepted(String standard, List<String> values) throws Exception {
    Dataset<String> given = spark.createDataset(values, Encoders.STRING());
    String met =
        rules(standard).stream().map(RowRule::predicate).collect(Collectors.joining(" AND "));
    return given.toDF("a").where(met).as(Encoders.STRING()).collectAsList();
  }

  private List<RowRule> rules(String standard) throws Exception {
    Path folder = Files.createDirectories(root.resolve("schemas/cases"));
    Files.writeString(
        folder.resolve("person.odcs.yaml"),
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: cases.person
        version: 1.0.0
        status: active
        schema:
          - name: person
            properties:
              - {name: a, authoritativeDefinitions: [{type: standard, url: STANDARD}]}
        customProperties:
          - property: assize
            value: {layer: published, load: {mode: replace}}
        """
            .replace("STANDARD", standard));
    var problems = new Problems();
    var contract = ContractReader.readDomain(folder, root, problems).contracts().get(0);
    List<RowRule> rules = RuleCompiler.compile(contract, problems).rowRules();
    problems.throwIfAny();
    return rules;
  }

  private static String pair(Random chance) {
    return List.of("01", "99", "%02d".formatted(chance.nextInt(100)), "ZD", "A1", "9X")
        .get(chance.nextInt(6));
  }
}
