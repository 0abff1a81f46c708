package org.assize.contract.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.assize.contract.Column;
import org.assize.contract.LogicalType;
import org.assize.contract.TypeOptions;
import org.assize.contract.pattern.Ambiguity;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problems;

/** Row rules out of what a column promises by itself: required, ranges, lengths, patterns. */
final class Promises {

  /**
   * The string formats that are checked. Others ({@code password}, {@code byte}, {@code binary},
   * {@code uri}, {@code hostname}, {@code ipv4}, {@code ipv6}) and the formats of numbers say how
   * to read a column, and are documentation here.
   */
  static final Map<String, String> FORMATS =
      Map.of(
          "uuid", "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
          "email", "[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  private final Problems problems;
  private final RowRules rules;

  Promises(RowRules rules, Problems problems) {
    this.rules = rules;
    this.problems = problems;
  }

  /** Adds the rules of a column and of everything in it. */
  void add(Subject subject) {
    Column column = subject.column();
    if (column.required()) {
      rules.promise(
          subject,
          "required",
          subject.present(),
          "completeness",
          "Every row has a value of " + column.name() + ".");
    }
    range(subject);
    length(subject);
    column.options().pattern().ifPresent(p -> pattern(subject, "pattern", p, "its pattern"));
    column.options().multipleOf().ifPresent(step -> multiple(subject, step));
    column
        .options()
        .format()
        .filter(f -> column.logicalType() == LogicalType.STRING && FORMATS.containsKey(f))
        .ifPresent(f -> pattern(subject, "format", FORMATS.getOrDefault(f, ""), f));
    column.properties().forEach(field -> add(subject.field(field)));
    column.items().ifPresent(element -> add(subject.element(element)));
  }

  private void range(Subject subject) {
    TypeOptions options = subject.column().options();
    List<String> tests = new ArrayList<>();
    List<String> words = new ArrayList<>();
    boolean isTime = subject.column().logicalType() == LogicalType.TIME;
    String ordered = isTime ? Times.ordered(subject.value()) : subject.value();
    BiConsumer<String, String> bound =
        (operator, text) ->
            literal(subject, text)
                .ifPresent(
                    literal -> {
                      tests.add(ordered + " " + operator + " " + literal);
                      words.add(word(operator) + " " + text);
                    });
    options.minimum().ifPresent(text -> bound.accept(">=", text));
    options.exclusiveMinimum().ifPresent(text -> bound.accept(">", text));
    options.maximum().ifPresent(text -> bound.accept("<=", text));
    options.exclusiveMaximum().ifPresent(text -> bound.accept("<", text));
    if (tests.isEmpty()) {
      return;
    }
    if (subject.type().isFraction()) {
      tests.add("NOT isnan(" + subject.value() + ")");
    }
    if (isTime) {
      tests.add(Times.isTime(subject.value()));
    }
    rules.promise(
        subject,
        "range",
        Sql.orTrue(String.join(" AND ", tests)),
        "conformity",
        subject.column().name() + " is " + String.join(" and ", words) + ".");
  }

  private static String word(String operator) {
    return switch (operator) {
      case ">=" -> "at least";
      case ">" -> "above";
      case "<=" -> "at most";
      default -> "below";
    };
  }

  private Optional<String> literal(Subject subject, String text) {
    Column column = subject.column();
    Optional<String> literal = Literals.of(column.logicalType(), subject.type(), text);
    if (literal.isEmpty()) {
      problems.add(
          ErrorCode.CONTRACT_INVALID,
          column.place(),
          "`" + text + "` is no bound of column `" + column.name() + "`.",
          "Its type is " + column.physicalType() + ".",
          switch (column.logicalType()) {
            case DATE -> "Write it as 2026-11-23.";
            case TIMESTAMP -> "Write it as 2026-11-23T07:00:00Z.";
            case TIME -> "Write it as 07:30 or 07:30:00.";
            default -> "";
          });
    }
    return literal;
  }

  private void length(Subject subject) {
    TypeOptions options = subject.column().options();
    List<String> tests = new ArrayList<>();
    String length = "length(" + subject.value() + ")";
    options.minLength().ifPresent(least -> tests.add(length + " >= " + least));
    options.maxLength().ifPresent(most -> tests.add(length + " <= " + most));
    if (!tests.isEmpty()) {
      rules.promise(
          subject,
          "length",
          Sql.orTrue(String.join(" AND ", tests)),
          "conformity",
          "The length of "
              + subject.column().name()
              + " is "
              + options.minLength().map(n -> "at least " + n).orElse("")
              + (tests.size() > 1 ? " and " : "")
              + options.maxLength().map(n -> "at most " + n).orElse("")
              + ".");
    }
  }

  private void pattern(Subject subject, String kind, String pattern, String words) {
    Column column = subject.column();
    if (column.logicalType() != LogicalType.STRING && column.logicalType() != LogicalType.TIME) {
      return;
    }
    anchored(column, pattern, problems)
        .ifPresent(
            regex ->
                rules.promise(
                    subject,
                    kind,
                    Sql.orTrue(subject.value() + " RLIKE " + regex),
                    "conformity",
                    column.name() + " follows " + words + "."));
  }

  /** The literal of a regex that must match the whole text; a problem where it is none. */
  static Optional<String> anchored(Column column, String pattern, Problems problems) {
    try {
      // Alone first: a stray bracket in it must not pair with ours.
      Ambiguity.in(pattern).ifPresent(part -> forEver(column, part, problems));
      String whole = "\\A(?:" + Pattern.compile(pattern).pattern() + ")\\z";
      return Optional.of(Sql.text(Pattern.compile(whole).pattern()));
    } catch (PatternSyntaxException wrong) {
      problems.add(
          ErrorCode.RULE_INVALID,
          column.place(),
          "The pattern of column `" + column.name() + "` cannot be read.",
          wrong.getDescription() + ".",
          "Patterns are Java regular expressions and match the whole text.");
      return Optional.empty();
    }
  }

  private static void forEver(Column column, String part, Problems problems) {
    problems.add(
        ErrorCode.RULE_INVALID,
        column.place(),
        "The pattern of column `" + column.name() + "` can take for ever.",
        "`" + part + "` is repeated and can match one text in many ways, which are all tried.",
        "Let its parts differ in what they match, or never give back: `[a-z]++` instead of `[a-z]+`.");
  }

  private void multiple(Subject subject, String step) {
    Optional<String> literal = Literals.exactNumber(new BigDecimal(step));
    if (literal.isEmpty()) {
      literal(subject, step + " (multipleOf)");
      return;
    }
    String isMultiple =
        subject.type().isFraction()
            ? Multiples.ofFraction(subject.value(), subject.type(), literal.get())
            : Sql.orFalse(subject.value() + " % " + literal.get() + " = 0");
    rules.promise(
        subject,
        "multiple",
        "(" + subject.value() + " IS NULL OR " + isMultiple + ")",
        "conformity",
        subject.column().name() + " is a multiple of " + step + ".");
  }
}
