package org.assize.bench.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assize.synthetic.PlantedRows;

/**
 * What a run found of what was planted.
 *
 * @param soundRefused rows in quarantine that nothing was planted in
 * @param missing sound rows that readers do not see, or that they see too often
 */
record Scoreboard(List<RuleScore> rules, long soundRefused, long missing) {

  Scoreboard {
    rules = List.copyOf(rules);
  }

  /** Compares. A table with repeated keys is held: readers must see none of its rows. */
  static Scoreboard of(Map<String, PlantedRows> planted, Found found) {
    List<RuleScore> rules = new ArrayList<>();
    long soundRefused = 0;
    long missing = 0;
    for (Map.Entry<String, PlantedRows> table : planted.entrySet()) {
      PlantedRows answer = table.getValue();
      rules.addAll(found.scores(table.getKey(), answer));
      soundRefused += found.soundRefused(table.getKey(), answer);
      boolean isHeld = answer.counted().containsKey("primary_key_unique");
      missing += Math.abs((isHeld ? 0 : answer.sound()) - found.visible(table.getKey()));
    }
    return new Scoreboard(rules, soundRefused, missing);
  }

  boolean isPerfect() {
    return soundRefused == 0
        && missing == 0
        && !rules.isEmpty()
        && rules.stream().allMatch(RuleScore::isPerfect);
  }

  /** The table that people read. */
  String text() {
    var text = new StringBuilder("| rule | planted | found | wrongly | precision | recall |\n");
    text.append("|---|---|---|---|---|---|\n");
    rules.forEach(rule -> text.append(line(rule)));
    return text.append(line(total()))
        .append(
            String.format(
                Locale.ROOT,
                "%nSound rows refused: %,d; sound rows missing: %,d%n",
                soundRefused,
                missing))
        .toString();
  }

  private RuleScore total() {
    return new RuleScore(
        "all",
        rules.size() + " rules",
        rules.stream().mapToLong(RuleScore::planted).sum(),
        rules.stream().mapToLong(RuleScore::found).sum(),
        rules.stream().mapToLong(RuleScore::wrong).sum());
  }

  private static String line(RuleScore score) {
    return String.format(
        Locale.ROOT,
        "| %s.%s | %,d | %,d | %,d | %.4f | %.4f |%n",
        score.table(),
        score.rule(),
        score.planted(),
        score.found(),
        score.wrong(),
        score.precision(),
        score.recall());
  }
}
