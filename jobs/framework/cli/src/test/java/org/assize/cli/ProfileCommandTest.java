package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assize.cli.profile.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();
  private final List<String> asked = new ArrayList<>();

  @BeforeEach
  void workspace() throws IOException {
    Starter.EXAMPLE.write(folder);
    Files.writeString(folder.resolve("return.csv"), "Number,Postcode\n7,SW1A 2AA\n31,M1 1AE\n4,\n");
  }

  @Test
  void a_file_shows_shapes_and_no_values() {
    Typed typed = type("profile", "return.csv");

    assertThat(typed.exitCode()).as(typed.toString()).isZero();
    assertThat(typed.out())
        .containsPattern("Number +integer +0 +3 +1 … 2 +9 2 \\| 99 1\n")
        .containsPattern("Postcode +string +1 +2 +6 … 8 +A9 9AA 1 \\| AA9A 9AA 1\n")
        .endsWith("(3 rows)\n")
        .doesNotContain("31", "SW1A");
    assertThat(house.engine.opened).isZero();
  }

  @Test
  void a_file_shows_its_smallest_and_largest_numbers_when_asked() {
    assertThat(type("profile", "return.csv", "--values").out()).contains("4 … 31");
  }

  @Test
  void a_file_cannot_speak_to_the_terminal() throws IOException {
    Files.writeString(folder.resolve("odd.csv"), "a\u001b[2J,b\n1,2\n");

    Typed typed = type("profile", "odd.csv");

    assertThat(typed.exitCode()).as(typed.toString()).isZero();
    assertThat(typed.out()).contains("a\uFFFD[2J").doesNotContain("\u001b");
  }

  @Test
  void a_table_is_never_asked_for_values_of_restricted_columns() throws IOException {
    Path contract = folder.resolve("schemas/example/hearing.odcs.yaml");
    Files.writeString(
        contract,
        Files.readString(contract)
            .replace("{name: minutes,", "{name: minutes, classification: restricted,"));
    house.engine.queries =
        sql -> {
          asked.add(sql);
          List<Object> figures = new ArrayList<>(List.of(6L));
          for (int i = 0; i < 30; i++) {
            figures.add(1L);
          }
          return new QueryResult(List.of(), List.of(figures), false);
        };

    Typed typed = type("profile", "example/hearing");

    assertThat(typed.exitCode()).as(typed.toString()).isZero();
    assertThat(typed.out()).containsPattern("minutes \\(restricted\\) +bigint +5 +1 ");
    assertThat(asked).hasSize(2);
    assertThat(asked.get(0)).contains("min(`hearing_id`)", "count(`minutes`)");
    assertThat(String.join("", asked)).doesNotContain("min(`minutes`)", "max(`minutes`)");
  }

  @Test
  void an_unknown_name_suggests_the_nearest_table() {
    assertThat(type("profile", "example/haering"))
        .satisfies(typed -> assertThat(typed.exitCode()).isEqualTo(2))
        .satisfies(
            typed ->
                assertThat(typed.err())
                    .contains("UNKNOWN_TABLE: No file, and no table with a contract, is called")
                    .contains("Did you mean `example/hearing`?"));
  }

  @Test
  void a_shape_keeps_no_letter_and_no_digit() {
    assertThat(Shape.of("Zoë O'Hara-7 #1")).isEqualTo("Aaa A?Aaaa-9 ?9");
    assertThat(Shape.of("x".repeat(99))).hasSize(40);
  }

  private Typed type(String... words) {
    return Typed.in(folder, house, words);
  }
}
