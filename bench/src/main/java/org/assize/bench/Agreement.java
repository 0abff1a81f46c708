package org.assize.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.assize.synthetic.PositionAnswer;

/** Whether all did the same work, and the work that was asked for. */
final class Agreement {

  private Agreement() {}

  /** One sentence for each difference; none when all agree. */
  static List<String> differences(
      SparkSession spark, List<Result> results, PositionAnswer planted) {
    Map<String, Answer> answers = new TreeMap<>();
    for (Result result : results) {
      answers.put(
          result.contender().name(), result.contender().tables().answer(spark, result.folder()));
    }
    List<String> differences = new ArrayList<>();
    Answer first = answers.values().iterator().next();
    answers.forEach(
        (name, answer) -> {
          if (!answer.equals(first)) {
            differences.add("%s left %s, others left %s.".formatted(name, answer, first));
          }
          if (!counts(answer).equals(counts(planted))) {
            differences.add(
                "%s left %s, planted were %s.".formatted(name, counts(answer), counts(planted)));
          }
        });
    return differences;
  }

  private static Map<String, Long> counts(Answer answer) {
    return counts(
        answer.raw(), answer.rejects(), answer.position(), answer.daily(), answer.dailyFixes());
  }

  private static Map<String, Long> counts(PositionAnswer planted) {
    return counts(
        planted.rows(), planted.bad(), planted.committed(), planted.days(), planted.committed());
  }

  private static Map<String, Long> counts(
      long raw, long rejects, long position, long daily, long fixes) {
    return new TreeMap<>(
        Map.of(
            "raw", raw,
            "rejects", rejects,
            "position", position,
            "daily", daily,
            "fixes of all days", fixes));
  }
}
