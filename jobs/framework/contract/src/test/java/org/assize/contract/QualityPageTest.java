package org.assize.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QualityPageTest {

  private static final String WRITE = "assize.reference.write";
  private static final String BEGIN = "<!-- generated: begin -->\n";
  private static final String END = "<!-- generated: end -->";

  @Test
  void the_page_about_quality_lists_every_measure() throws IOException {
    String page = Files.readString(page());
    String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    String after = page.substring(page.indexOf(END));
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(page(), before + measures() + after);
    }

    assertThat(page())
        .as("a part of %s is generated: run this test with -D%s=true", page(), WRITE)
        .hasContent(before + measures() + after);
  }

  private static String measures() {
    var text =
        new StringBuilder("| measure | what it is | columns | unit | Deequ's analyzer | reads |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Measure measure : Measure.values()) {
      text.append("| " + name(measure))
          .append(" | " + measure.words())
          .append(" | " + columns(measure))
          .append(" | " + (measure.unit().isEmpty() ? "the column's, or none" : measure.unit()))
          .append(" | `" + measure.analyzer() + "`")
          .append(
              " | "
                  + (measure.isFused() || measure == Measure.ROW_COUNT
                      ? "with the write"
                      : "the candidate again"))
          .append(" |\n");
    }
    return text.toString();
  }

  private static String name(Measure measure) {
    if (!measure.isNamed()) {
      return switch (measure) {
        case BROKEN_ROWS -> "broken rows, of row rules and column metrics";
        case DUPLICATES -> "metric `duplicateValues`, `unique`, `primaryKey`";
        default -> "`type: sql`";
      };
    }
    String[] parts = measure.name().toLowerCase(Locale.ROOT).split("_", -1);
    var name = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      name.append(Character.toUpperCase(parts[i].charAt(0))).append(parts[i].substring(1));
    }
    return "`" + name + "`" + (measure.hasQuantile() ? ", with `quantile`" : "");
  }

  private static String columns(Measure measure) {
    String kind =
        switch (measure.operand()) {
          case ANY -> "";
          case NUMBER -> " of numbers";
          case TIME -> " of times";
        };
    return switch (measure.columns()) {
      case 0 -> "none";
      case -1 -> "any";
      default -> measure.columns() + kind;
    };
  }

  private static Path page() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs/quality.md");
  }
}
