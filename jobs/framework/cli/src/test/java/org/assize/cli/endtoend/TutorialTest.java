package org.assize.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.assize.synthetic.DemoDeliveries;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code docs/tutorial.md}: its queries and its late file, in their order. */
@Tag("spark")
class TutorialTest {

  /** A query with its answer, or a file. */
  private static final Pattern STEP =
      Pattern.compile(
          "\\$ assize query \"([^\"]+)\"\\n(.*?)\\n\\(\\d+ rows\\)\\n```"
              + "|`(landing/[^`]+)`:\\n```json\\n(.*?)```",
          Pattern.DOTALL);

  @Test
  void the_page_tells_what_happens(@TempDir Path folder) throws IOException {
    Installation installation = Installation.ofRepository(folder);
    DemoDeliveries.write(installation.landing());
    installation.run();

    int steps = 0;
    Matcher step =
        STEP.matcher(Files.readString(Installation.repository().resolve("docs/tutorial.md")));
    while (step.find()) {
      steps++;
      if (step.group(1) == null) {
        installation.write(step.group(3), step.group(4));
        installation.run("electronic_monitoring");
      } else {
        assertThat(answer(installation.query(step.group(1))))
            .as(step.group(1))
            .isEqualTo(told(step.group(2)));
      }
    }
    assertThat(steps).isEqualTo(6);
  }

  private static List<List<String>> told(String table) {
    return table.lines().skip(1).map(line -> Arrays.asList(line.split("  +"))).toList();
  }

  private static List<List<String>> answer(List<Row> rows) {
    List<List<String>> answer = new ArrayList<>();
    for (Row row : rows) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        Object value = row.get(i);
        boolean isTime = value instanceof Timestamp;
        values.add(String.valueOf(isTime ? row.getTimestamp(i).toInstant() : value));
      }
      answer.add(values);
    }
    return answer;
  }
}
