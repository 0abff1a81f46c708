package org.assize.spark.session;

import java.util.Map;
import org.apache.spark.sql.internal.SQLConf;

/**
 * What a query means: the SQL settings that must be the same when a query is checked and when it
 * runs. A session may add settings about speed and place, and changes none of these.
 */
public final class SessionSettings {

  /**
   * Settings by key; each is given although some are Spark's default, because meaning hangs on it.
   */
  public static final Map<String, String> SQL =
      Map.ofEntries(
          // One meaning of `timestamp`, whatever the machine's own zone.
          Map.entry("spark.sql.session.timeZone", "UTC"),
          Map.entry("spark.sql.timestampType", "TIMESTAMP_LTZ"),
          Map.entry("spark.sql.caseSensitive", "false"),
          // A cast that cannot be done gives NULL, which the contract's rules then judge; under
          // ANSI it would stop the run with a message that holds the value.
          Map.entry("spark.sql.ansi.enabled", "false"),
          // Likewise a date that does not match its pattern.
          Map.entry("spark.sql.legacy.timeParserPolicy", "CORRECTED"),
          // A mistyped year such as 0202 is a row for the rules, not the end of the run.
          Map.entry("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED"),
          Map.entry("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED"),
          Map.entry("spark.sql.parquet.int96RebaseModeInRead", "CORRECTED"),
          Map.entry("spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED"),
          // `${env:HOME}` is no part of a query.
          Map.entry("spark.sql.variable.substitute", "false"));

  private SessionSettings() {}

  /** The same settings for Catalyst without a session. */
  public static SQLConf conf() {
    var conf = new SQLConf();
    SQL.forEach(conf::setConfString);
    return conf;
  }
}
