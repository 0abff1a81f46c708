package org.assize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assize.cli.suggest.ContractEdit;
import org.assize.cli.suggest.Patch;
import org.assize.cli.suggest.Suggestion;
import org.assize.cli.suggest.Suggestions;
import org.assize.cli.suggest.Values;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.DataContract;
import org.assize.core.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/** Suggests rules for a table as a change of its contract that a person reviews. */
final class QualitySuggest {

  private static final int MOST_VALUES = 10_000;
  private static final int STEPS = 4;

  private final Session session;

  QualitySuggest(Session session) {
    this.session = session;
  }

  /** Prints the change, and nothing else on standard output. */
  int tell(String table) {
    Workspace workspace = session.workspace();
    DataContract contract = ProfiledTable.contract(workspace, table, "No table with a contract");
    ProfiledTable profiled;
    List<Suggestion> suggestions = List.of();
    try (OpenEngine engine = session.open(workspace)) {
      profiled = ProfiledTable.of(session, engine, contract, STEPS);
      if (profiled.rows() >= Suggestions.FEWEST_ROWS) {
        suggestions = suggestions(engine, contract, profiled);
      }
    }
    var edit = new ContractEdit(text(workspace, contract));
    edit.apply(contract, suggestions);
    List<String> diff = Patch.of(edit, contract.place().file());
    session.say(diff);
    explain(profiled, diff, edit.unwritten());
    session.answer(
        Json.document("assize.quality-suggestion/1")
            .put("table", contract.name().selector())
            .put("rows", profiled.rows())
            .put("diff", String.join("\n", diff) + (diff.isEmpty() ? "" : "\n"))
            .put("unplaced", edit.unwritten().stream().map(QualitySuggest::words).toList()));
    return ExitCode.OK;
  }

  private List<Suggestion> suggestions(
      OpenEngine engine, DataContract contract, ProfiledTable profiled) {
    session.step("looking for columns of few values, 3 of " + STEPS);
    Map<String, Map<String, Long>> values = new LinkedHashMap<>();
    Values.few(contract, profiled.columns())
        .ifPresent(
            sql -> {
              for (List<@Nullable Object> row : engine.query(sql, MOST_VALUES).rows()) {
                long rows = row.get(2) instanceof Number number ? number.longValue() : 0;
                values
                    .computeIfAbsent(String.valueOf(row.get(0)), name -> new LinkedHashMap<>())
                    .put(String.valueOf(row.get(1)), rows);
              }
            });
    session.step("looking for columns of different values, 4 of " + STEPS);
    List<String> candidates = Values.candidates(contract, profiled.columns(), profiled.rows());
    Set<String> unique = new HashSet<>();
    Values.distinct(contract, candidates)
        .ifPresent(
            sql -> {
              List<@Nullable Object> counts = engine.query(sql, 1).rows().get(0);
              for (int i = 0; i < candidates.size(); i++) {
                if (counts.get(i) instanceof Number n && n.longValue() == profiled.rows()) {
                  unique.add(candidates.get(i));
                }
              }
            });
    return new Suggestions(contract, profiled.rows(), values, unique).of(profiled.columns());
  }

  private void explain(ProfiledTable profiled, List<String> diff, List<Suggestion> unwritten) {
    List<String> words = new ArrayList<>();
    if (profiled.rows() < Suggestions.FEWEST_ROWS) {
      words.add(
          Numbers.count(profiled.rows(), "row") + " are too few to suggest from: 100 are needed.");
    } else if (diff.isEmpty()) {
      words.add("Nothing to suggest: the contract says it all.");
    } else {
      words.add(
          "From "
              + Numbers.count(profiled.rows(), "row")
              + ". Review it, save it as a file, then: git apply FILE, and assize check");
    }
    unwritten.forEach(one -> words.add("By hand: " + words(one)));
    words.forEach(session::step);
  }

  private static String words(Suggestion suggestion) {
    return suggestion.column().map(name -> name + " ").orElse("")
        + suggestion.key()
        + ": "
        + suggestion.yaml();
  }

  private static String text(Workspace workspace, DataContract contract) {
    try {
      return Files.readString(workspace.root().resolve(contract.place().file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
