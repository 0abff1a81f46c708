package org.assize.cli;

import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Runs a query over the tables of the workspace. */
@Command(
    footer = {
      "",
      "Tables are <domain>_<layer>.<table>; layers are raw, curated, published, quarantine.",
      "At most 1000 rows are shown; long values are cut, except in JSON.",
      "",
      "Examples",
      "  assize query \"SELECT count(*) AS n FROM victims_curated.referral\"",
      "  assize query --json \"SELECT * FROM victims_published.referral_monthly\""
    })
final class QueryCommand implements Callable<Integer> {

  private static final int MOST_ROWS = 1000;
  private static final Pattern READS =
      Pattern.compile(
          "(?is)(\\s|--[^\\n]*\\n|/\\*.*?\\*/|\\()*(SELECT|WITH|FROM|VALUES|TABLE)\\b.*");

  private final Session session;

  @Parameters(paramLabel = "SQL", description = "A query in Spark SQL, in quotes.")
  private String sql = "";

  QueryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!READS.matcher(sql).matches()) {
      throw PlatformException.of(
          ErrorCode.SQL_FORBIDDEN,
          "Only a query can be run here.",
          "Tables are written by runs alone.",
          "Begin with SELECT or WITH.");
    }
    try (OpenEngine engine = session.open(session.workspace())) {
      new QueryAnswer(session).tell(engine.query(sql, MOST_ROWS));
    }
    return ExitCode.OK;
  }
}
