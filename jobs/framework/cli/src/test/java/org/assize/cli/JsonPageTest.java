package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assize.cli.QueryResult.ResultColumn;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.core.RuleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/reference/json.md} to what the verbs answer. */
class JsonPageTest {

  /** Members that hold names and numbers of the workspace, not members of the shape. */
  private static final Set<String> OPEN =
      Set.of(
          "counts",
          "broken",
          "rows",
          "foreseen",
          "held",
          "effective",
          "values",
          "refusedBy",
          "faults",
          "differingByColumn");

  @TempDir private Path folder;
  private final FakeHouse house = new FakeHouse();

  @Test
  void every_member_of_every_document_is_described() throws IOException {
    Starter.EXAMPLE.write(folder);
    Files.writeString(folder.resolve("a.csv"), "id,x\n1,2\n2,3\n");
    Files.writeString(
        folder.resolve("schemas/example/_domain.yaml"), "schedule: {cron: 0 5 * * *}\n");
    house.engine.states.add(
        new TableState(
            new DatasetName("a", Layer.CURATED, "b"),
            Optional.of(1L),
            Optional.of(Instant.EPOCH),
            Optional.of("r"),
            List.of()));
    house.engine.measurements.add(
        new Readings("minutes_range", "broken_rows").of(0, 1, RuleResult.Effect.NONE));
    Path oneCase = folder.resolve("jobs/example/tests/hearings_by_court/one");
    Files.createDirectories(oneCase);
    Files.writeString(oneCase.resolve("hearing.csv"), "court\n");
    Files.writeString(oneCase.resolve("expected.csv"), "court\n");
    Files.writeString(folder.resolve("assize.yaml"), "id: courts\n", StandardOpenOption.APPEND);
    house.engine.difference = Optional.of(DiffCommandTest.FOUND);
    house.engine.queries =
        sql ->
            new QueryResult(
                List.of(new ResultColumn("n", "bigint")),
                List.of(Collections.nCopies(sql.equals("SELECT 1") ? 1 : 31, 1L)),
                false);

    Set<String> described = new LinkedHashSet<>();
    for (String[] words :
        List.of(
            new String[] {"explain", "NO_CODE"},
            new String[] {"run"},
            new String[] {"check"},
            new String[] {"test"},
            new String[] {"plan", "--save"},
            new String[] {"plan", "list"},
            new String[] {"backfill", "plan", "example/hearing", "--from", "2026-11-01"},
            new String[] {"scheduler", "--once"},
            new String[] {"pause", "example"},
            new String[] {"logs", "example"},
            new String[] {"rerun", "example"},
            new String[] {"airflow", "generate", "--out", folder.resolve("dags").toString()},
            new String[] {"status"},
            new String[] {"alerts"},
            new String[] {"digest", "example"},
            new String[] {"query", "SELECT 1"},
            new String[] {"deploy"},
            new String[] {"diff", "example/hearing", "--with", "default"},
            new String[] {"rollback", "example/hearing", "--to", "1", "--reason", "r"},
            new String[] {"new", "a/b", "--from", "a.csv"},
            new String[] {"init", "x"},
            new String[] {"explain", "CYCLE"},
            new String[] {"doctor"},
            new String[] {"quality", "drop", "b", "--reason", "r"},
            new String[] {"quarantine", "show", "example/hearing", "0a1b"},
            new String[] {"quarantine", "replay", "example/hearing", "--dry-run"},
            new String[] {"quarantine", "discard", "example/hearing", "--reason", "r"},
            new String[] {"profile", "a.csv"},
            new String[] {"quality", "report"},
            new String[] {"quality", "history", "example/hearing"},
            new String[] {"quality", "suggest", "example/hearing"},
            new String[] {"ops", "rebuild"})) {
      described.add(describedIn(answer(words)));
    }

    assertThat(described).hasSize(32);
  }

  private JsonNode answer(String... words) throws IOException {
    house.failing = words[0].equals("test") ? List.of("example/hearings_by_court/one") : List.of();
    String[] asking = java.util.Arrays.copyOf(words, words.length + 1);
    asking[words.length] = "--json";
    return new ObjectMapper().readTree(Typed.in(folder, house, asking).out());
  }

  /** The name of the document, whose section names every member. */
  private static String describedIn(JsonNode document) throws IOException {
    String schema = document.get("schema").asText();
    String page = Files.readString(root().resolve("docs/reference/json.md"));
    assertThat(page).contains("## " + schema + "\n");
    String section = page.substring(page.indexOf("## " + schema)).split("\n## ", 2)[0];
    for (String member : members(document)) {
      assertThat(section).as(schema).contains("`" + member + "`");
    }
    return schema;
  }

  private static Set<String> members(JsonNode node) {
    Set<String> members = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!member.getKey().equals("schema")) {
        members.add(member.getKey());
        if (!OPEN.contains(member.getKey())) {
          members.addAll(members(member.getValue()));
        }
      }
    }
    if (node.isArray()) {
      node.forEach(element -> members.addAll(members(element)));
    }
    return members;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
