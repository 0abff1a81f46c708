package org.assize.cli.quality;

import java.util.Locale;
import org.assize.cli.text.Numbers;
import org.assize.contract.Action;
import org.assize.contract.Limit;
import org.assize.contract.Measure;
import org.assize.contract.MeasureSpec;
import org.assize.contract.RuleTerms;
import org.assize.contract.Usual;
import org.assize.contract.rule.Bound;
import org.assize.contract.rule.DatasetRule;
import org.assize.contract.rule.RowRule;

/** Rules as sentences: the description that the contract gives, or one made of the rule. */
public final class RuleWords {

  private RuleWords() {}

  static String sentence(RowRule rule) {
    return rule.description().isBlank()
        ? "Every row meets the condition `" + rule.id() + "`."
        : ended(rule.description());
  }

  static String sentence(DatasetRule rule) {
    if (!rule.description().isBlank()) {
      return ended(rule.description());
    }
    String words = rule.measure().words();
    String of = rule.spec().columns().isEmpty() ? "" : " of " + columns(rule.spec());
    return switch (rule.measure()) {
      case DUPLICATES -> "No two rows share " + columns(rule.spec()) + ".";
      case BROKEN_ROWS ->
          "Rows that break the condition `" + rule.id() + "` stay within their limit.";
      default ->
          words.substring(0, 1).toUpperCase(Locale.ROOT)
              + words.substring(1).replace("`by`", String.join(" and ", rule.spec().by()))
              + of
              + ".";
    };
  }

  /** What the figure must be; empty for none at all. */
  static String limit(DatasetRule rule) {
    if (rule.measure() == Measure.DUPLICATES) {
      return "";
    }
    return rule.bound()
        .map(bound -> "Must be " + bound(bound, unit(rule, bound)) + ".")
        .or(() -> rule.spec().usual().map(RuleWords::usual))
        .orElse("");
  }

  /** What happens where the rule is not met, one sentence. */
  static String consequence(Action action, RuleTerms terms) {
    String otherwise =
        switch (action) {
          case MEASURE -> "It is measured only";
          case WARN -> "Otherwise it warns";
          case QUARANTINE -> "Rows that break it are refused";
          case HOLD -> "Otherwise the batch is held back";
        };
    return otherwise
        + terms.warnAt().map(limit -> "; it warns from " + limit(limit) + " on").orElse("")
        + terms
            .failAt()
            .map(limit -> "; it holds the batch from " + limit(limit) + " on")
            .orElse("")
        + ".";
  }

  private static String limit(Limit limit) {
    return limit.percent() ? number(limit.value()) + "% of rows" : number(limit.value()) + " rows";
  }

  private static String usual(Usual usual) {
    return switch (usual.strategy()) {
      case RELATIVE_CHANGE ->
          "Must be within " + number(100 * usual.limit()) + "% of the batch before.";
      case ROBUST_Z ->
          "Must be as usual: within " + number(usual.limit()) + " robust deviations of the median.";
      case WEEKDAY ->
          "Must be as usual for the weekday: within "
              + number(usual.limit())
              + " robust deviations of the median.";
      case HOLT_WINTERS ->
          "Must be as the trend and the weekday let one expect: within "
              + number(usual.limit())
              + " standard deviations of what such forecasts miss by.";
    };
  }

  private static String bound(Bound bound, String unit) {
    String number = number(bound.operands().get(0)) + unit;
    return switch (bound.operator()) {
      case EQUAL -> "exactly " + number;
      case NOT_EQUAL -> "anything but " + number;
      case GREATER -> "more than " + number;
      case GREATER_OR_EQUAL -> "at least " + number;
      case LESS -> "less than " + number;
      case LESS_OR_EQUAL -> "at most " + number;
    };
  }

  private static String unit(DatasetRule rule, Bound bound) {
    if (bound.percent()) {
      return "% of rows";
    }
    String unit = rule.measure().unit();
    return unit.isEmpty() ? "" : " " + unit;
  }

  /** A figure with the fewer decimals the larger it is, and a comma every three digits. */
  public static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Numbers.count((long) value);
    }
    String text = String.format(Locale.ROOT, "%,." + decimals(Math.abs(value)) + "f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  private static int decimals(double size) {
    if (size >= 100) {
      return 1;
    }
    return size >= 1 ? 2 : 4;
  }

  private static String columns(MeasureSpec spec) {
    return String.join(" and ", spec.columns());
  }

  private static String ended(String sentence) {
    String text = sentence.strip();
    return text.matches("(?s).*[.!?]") ? text : text + ".";
  }
}
