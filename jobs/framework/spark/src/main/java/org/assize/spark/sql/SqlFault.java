package org.assize.spark.sql;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import scala.collection.JavaConverters;

/** What Spark says about a query, in one sentence with a place. */
final class SqlFault {

  private static final Pattern CLASS = Pattern.compile("^\\s*\\[[A-Z0-9_.]+]\\s*");
  private static final Pattern POSITION = Pattern.compile(";?\\s*\\(?line \\d+,? pos \\d+\\)?.*");
  private static final Pattern ID = Pattern.compile("#\\d+L?");

  private SqlFault() {}

  /**
   * A problem out of Spark's exception.
   *
   * @param what begins the sentence, {@code The query}
   * @param first place of the first line of the text
   */
  static Problem of(AnalysisException fault, ErrorCode code, String what, Place first) {
    Place place = fault.line().isDefined() ? at(first, (Integer) fault.line().get()) : first;
    if (fault instanceof ParseException && "PARSE_EMPTY_STATEMENT".equals(fault.getErrorClass())) {
      return new Problem(code, first, what + " is empty.", "", "Write one SELECT.");
    }
    if (fault instanceof ParseException && "PARSE_SYNTAX_ERROR".equals(fault.getErrorClass())) {
      var parameters = JavaConverters.mapAsJavaMap(fault.messageParameters());
      String near = parameters.getOrDefault("error", "").replace("'", "`");
      return new Problem(
          code,
          place,
          what + " cannot be parsed at " + near + ".",
          "",
          "Look for a missing comma, bracket or keyword before it.");
    }
    String verb = fault instanceof ParseException ? " cannot be parsed." : " cannot be resolved.";
    return new Problem(code, place, what + verb, sentence(fault.getSimpleMessage()), "");
  }

  /** A line of the query's text as a line of its file. */
  static Place at(Place first, int line) {
    return line > 0 && first.line() > 0 ? first.atLine(first.line() + line - 1) : first;
  }

  private static String sentence(String message) {
    String text = CLASS.matcher(message.strip()).replaceFirst("");
    int end = text.indexOf('\n');
    text = end > 0 ? text.substring(0, end) : text;
    text = POSITION.matcher(text).replaceFirst("");
    text = ID.matcher(text).replaceAll("").strip();
    if (text.isEmpty()) {
      return "";
    }
    String first = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return first.endsWith(".") ? first : first + ".";
  }
}
