package org.assize.core.testcase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.YamlFile;
import org.assize.core.Definition;

/** What the {@code case.yaml} of a case says; it may be absent. */
record CaseSettings(Instant at, List<String> holds) {

  static final String FILE = "case.yaml";

  /** The time of a case that names none: any would do, as long as it is always the same. */
  private static final Instant USUAL = Instant.parse("2026-01-01T00:00:00Z");

  private static final List<String> KEYS = List.of("at", "holds");

  /** Rules of every table, which stand in no rule set. */
  private static final List<String> BUILT_IN =
      List.of("not_empty", "not_emptied", "columns_frozen");

  static CaseSettings read(
      Path folder, String shown, Definition.Contracted table, Problems problems) {
    Optional<Mapping> file =
        Files.exists(folder.resolve(FILE))
            ? YamlFile.read(folder.resolve(FILE), shown + "/" + FILE, problems)
            : Optional.empty();
    if (file.isEmpty()) {
      return new CaseSettings(USUAL, List.of());
    }
    for (String key : file.get().keys()) {
      if (!KEYS.contains(key)) {
        problems.add(
            ErrorCode.UNKNOWN_KEY,
            file.get().placeOf(key),
            "Unknown key `" + key + "`.",
            "",
            Nearest.hint(key, KEYS));
      }
    }
    return new CaseSettings(at(file.get(), problems), holds(file.get(), table, problems));
  }

  private static Instant at(Mapping file, Problems problems) {
    Optional<String> text = file.text("at");
    if (text.isEmpty()) {
      return USUAL;
    }
    try {
      return text.get().contains("T")
          ? Instant.parse(text.get())
          : LocalDate.parse(text.get()).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      problems.add(
          ErrorCode.CASE_INVALID,
          file.placeOf("at"),
          "`at` is no day or time.",
          "",
          "Write 2026-11-22 or 2026-11-22T05:00:00Z.");
      return USUAL;
    }
  }

  private static List<String> holds(Mapping file, Definition.Contracted table, Problems problems) {
    List<String> known = new ArrayList<>(BUILT_IN);
    table.rules().rowRules().forEach(rule -> known.add(rule.id()));
    table.rules().datasetRules().forEach(rule -> known.add(rule.id()));
    List<String> holds = file.texts("holds");
    for (String rule : holds) {
      if (!known.contains(rule)) {
        problems.add(
            ErrorCode.CASE_INVALID,
            file.placeOf("holds"),
            "The table has no rule `" + rule + "`.",
            "",
            Nearest.hint(rule, known));
      }
    }
    return holds;
  }
}
