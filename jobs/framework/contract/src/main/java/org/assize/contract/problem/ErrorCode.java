package org.assize.contract.problem;

/** Stable names of failures: never reused, never renamed. {@code explain CODE} prints them. */
public enum ErrorCode {
  YAML_SYNTAX(
      ErrorType.USER,
      "The file is not valid YAML.",
      "Most often indentation, a tab, a missing quote, or a colon inside unquoted text.",
      "Look at the line given and the one above it; quote text that holds a colon, a hash or a brace."),
  UNKNOWN_KEY(
      ErrorType.USER,
      "A key that the contract language does not know.",
      "A misspelt key would otherwise be a promise that nobody keeps.",
      "Use the suggested key; what the standard cannot say belongs under customProperties, property assize."),
  UNKNOWN_VALUE(
      ErrorType.USER,
      "A value outside the list of allowed values.",
      "The key takes one of a closed list of words.",
      "Use one of the words that the message lists."),
  MISSING_KEY(
      ErrorType.USER,
      "A key that must be there is missing.",
      "The table cannot be built without it and there is no safe default.",
      "Add the key, or set its default once for the domain in _domain.yaml where the message says so."),
  WRONG_TYPE(
      ErrorType.USER,
      "A value has the wrong type or shape.",
      "A list stands where one value is expected, text where a number is, or the like.",
      "Write the value in the shape that the message names; put dates and versions in quotes."),
  DUPLICATE_ID(
      ErrorType.USER,
      "Two things that must be unique share one name.",
      "Tables and sources share one set of names in a domain, rules one in a contract, columns one in a table.",
      "Rename one of the two places."),
  CONTRACT_INVALID(
      ErrorType.USER,
      "A contract contradicts itself or the standard.",
      "Two promises cannot both hold, or the file is not Open Data Contract Standard 3.1.",
      "Change one of the promises named; `assize check --effective` shows the contract with its defaults."),
  UNSUPPORTED(
      ErrorType.USER,
      "The standard allows it; this version of Assize does not yet.",
      "Ignoring it silently would promise what is not kept.",
      "Remove the key, or say the same with a rule of type custom, engine assize."),
  UNKNOWN_COLUMN(
      ErrorType.USER,
      "A name that is no column of the table.",
      "A key, a rule or a load mode names a column that the contract does not list.",
      "Correct the name, or add the column to the contract."),
  UNKNOWN_TABLE(
      ErrorType.USER,
      "A name that is no table of the workspace.",
      "No contract or source has this name, or its contract has faults of its own.",
      "Correct the name; `assize status` lists the tables. On the command line write domain/table."),
  UNKNOWN_SOURCE(
      ErrorType.USER,
      "A name that is no source of the domain.",
      "The contract refers with `from:` to a source that neither _domain.yaml nor a contract declares.",
      "Correct the name, or declare the source under `sources:` in _domain.yaml."),
  UNKNOWN_STANDARD(
      ErrorType.USER,
      "A name that is no column standard.",
      "A column refers to a standard that neither Assize nor schemas/_standards has.",
      "Correct the name, or write schemas/_standards/<name>.yaml."),
  STANDARD_NOT_USED(
      ErrorType.USER,
      "A warning: a column looks like one of a standard and does not refer to it.",
      "Its name is that of a standard or one of the standard's aliases.",
      "Refer to the standard with authoritativeDefinitions, or to `none` if it is something else."),
  SCHEDULE_SKIPPED(
      ErrorType.USER,
      "A warning: a schedule comes at a time that clocks skip.",
      "On one night in spring that hour does not exist; the run of that night begins later.",
      "Choose another hour, or leave it if that does not matter."),
  UNKNOWN_CODE(
      ErrorType.USER,
      "No such error code.",
      "The code is misspelt, or belongs to another version.",
      "`assize explain` without a code lists all of them."),
  RULE_INVALID(
      ErrorType.USER,
      "A rule cannot be read, or names what is not there.",
      "A row rule is one boolean Spark SQL expression over the columns of its own table.",
      "Correct the expression; it may not aggregate, read a clock or call anything outside the row."),
  SQL_INVALID(
      ErrorType.USER,
      "The query cannot be parsed or resolved.",
      "A syntax error, or a table, column or function that is not there.",
      "Correct the query at the place given; inputs are the columns of the contracts, not of the files."),
  SQL_FORBIDDEN(
      ErrorType.USER,
      "The query uses what a transform may not use.",
      "The same inputs must give the same rows for ever: clock, user, files, chance and order are out.",
      "Use the parameter :interval_end for the time, and tables of the workspace for data."),
  SQL_MISSING(
      ErrorType.USER,
      "A derived table has no query and no class.",
      "A contract without sources needs jobs/<domain>/<table>.sql or a transform class.",
      "Write the query, or declare `sources:` if the table is fed by files."),
  SCHEMA_MISMATCH(
      ErrorType.USER,
      "What a transform yields differs from its contract.",
      "A column is missing, too many, or of another type.",
      "Change the query (alias, cast) or the contract, whichever is wrong."),
  TRANSFORM_INVALID(
      ErrorType.USER,
      "The class of a transform cannot be used.",
      "It is not in the domain's jar, has no public constructor without arguments, or is no Transform.",
      "Correct the name in the contract, build the module, and run again."),
  TRANSFORM_FORBIDDEN(
      ErrorType.FAILED,
      "A transform does what no transform may do.",
      "Its plan reads a path, a clock or chance, so a second run could differ from the first.",
      "Take everything from the frames and the interval that the transform is given."),
  CYCLE(
      ErrorType.USER,
      "Tables that need each other.",
      "A query or a relationship leads from a table back to itself, so none of them can be first.",
      "Cut one of the arrows named; often two queries share a part that should be a table of its own."),
  VERSION_TOO_LOW(
      ErrorType.USER,
      "A contract's version does not say how much changed.",
      "A breaking change needs a new major version, a compatible one a new minor; none goes back.",
      "Raise the version as the message says, or undo the change."),
  EXEMPTION_EXPIRED(
      ErrorType.USER,
      "The exemption of a rule is over.",
      "An exemption has a last day, so that nobody forgets it; runs go on, with the rule in force.",
      "Remove the exemption, or agree on another last day with who approves it."),
  NO_LONGER_SUPPORTED(
      ErrorType.USER,
      "A table is read that its owners have given up.",
      "Its contract is retired, or the last day of `endOfSupport` is over; before that day it is a warning.",
      "Read its next version, or another table; the contract of the old one says which."),
  REMOVED_TOO_EARLY(
      ErrorType.USER,
      "A table's contract is gone before its readers were told.",
      "A table leaves in two steps: deprecated, and published so; then removed.",
      "Bring the contract back with `status: deprecated` and a new minor version."),
  HISTORY_UNAVAILABLE(
      ErrorType.USER,
      "The earlier contracts cannot be had.",
      "There is no git, no repository here, or no commit of that name.",
      "Run inside the repository that holds the workspace, and name a branch, tag or commit in it."),
  CASE_INVALID(
      ErrorType.USER,
      "A case of a table cannot be understood.",
      "A file is missing or too many, a row has not as many fields as the header, or a text is no value of its column.",
      "Correct the line named; docs/how-to-test-a-table.md shows what a case consists of."),
  WORKSPACE_INVALID(
      ErrorType.USER,
      "The workspace or its settings cannot be used.",
      "There is no assize.yaml here or above, or a setting in it cannot be understood.",
      "Go to a workspace, name one with --workspace, or make one with `assize init DIR`."),
  OTHER_VERSION(
      ErrorType.USER,
      "The workspace is for another version of Assize.",
      "assize.yaml pins a version, so that everybody who works on the tables, and CI, has the same one.",
      "Start it with that release, or change `version:` in assize.yaml, then run `assize check` and `assize test`."),
  USAGE(
      ErrorType.USER,
      "The command line cannot be understood.",
      "An unknown verb or option, or a value missing or too many.",
      "`assize VERB --help` shows what the verb takes, with examples."),
  NO_PERMISSION(
      ErrorType.USER,
      "A path may not be read or written.",
      "The user who runs Assize lacks a right on the path named.",
      "Grant the right, or run as the user who owns the folder; `assize doctor` tests the folders."),
  LANDING_MISSING(
      ErrorType.NOT_READY,
      "The landing folder of a source does not exist.",
      "A missing folder is never read as an empty delivery: it may be an unmounted disk.",
      "Mount or create the folder, or correct `landing:` in assize.yaml."),
  INPUT_MISSING(
      ErrorType.NOT_READY,
      "A needed table has not been built yet.",
      "The table reads another that no run has committed so far.",
      "Run the other first: `assize run +domain/table` runs a table and everything it needs."),
  NOT_REPLAYABLE(
      ErrorType.USER,
      "A source whose records must not be taken once more.",
      "Its contract says `replayable: false`: what it delivered has gone its way since.",
      "Leave out the tables that it feeds; tables computed from those can be computed anew."),
  PLAN_OUTDATED(
      ErrorType.USER,
      "A saved plan no longer says what would be done.",
      "A contract or query changed, or there is more to do than when somebody looked at it.",
      "Make a new plan, look at it, and have it approved where that is asked for."),
  PLAN_NOT_APPROVED(
      ErrorType.NOT_READY,
      "A saved plan waits for somebody's approval.",
      "The environment says `approval: required` in assize.yaml.",
      "Somebody who has looked at it runs `assize plan approve ID --reason \"...\"`."),
  BUNDLE_UNUSABLE(
      ErrorType.USER,
      "What was named as deployed cannot be run.",
      "The warehouse holds no bundle of that name, or its files were changed after it was deployed.",
      "Deploy with `assize deploy`, and let Airflow's DAGs follow with `assize airflow sync`."),
  BACKFILL_BLOCKED(
      ErrorType.NOT_READY,
      "A backfill would meet other work on the same tables.",
      "A batch is held or not finished, or a scheduled run of the tables is under way.",
      "Decide about what is held, wait for what runs, and apply the backfill again."),
  FILE_UNREADABLE(
      ErrorType.FAILED,
      "A delivered file cannot be read.",
      "It vanished, is damaged, or is not what its name says.",
      "Have it delivered again; the other files of the delivery are not affected."),
  FILE_REFUSED(
      ErrorType.FAILED,
      "A delivered file was refused whole.",
      "Its header or structure cannot be matched with the contract at all.",
      "Have it delivered again, or describe the new layout in the contract."),
  INPUT_CHANGED(
      ErrorType.FAILED,
      "An input of an open batch changed or vanished.",
      "A delivered file was overwritten or removed while a run that had taken it was not finished.",
      "Nothing is needed: the batch is abandoned and resolved anew. Suppliers should never overwrite."),
  CONSERVATION(
      ErrorType.INTERNAL,
      "Rows in and rows out do not add up.",
      "Every row read must be committed, refused, superseded or a repeat; some were not.",
      "Nothing was committed. Report it with the run id: it is a defect."),
  INTERVAL_OVERRUN(
      ErrorType.FAILED,
      "A transform gave rows outside its interval.",
      "The result holds rows of days that the run was not asked for.",
      "Filter by :interval_start and :interval_end, or widen what is read with lookback and lookahead."),
  SCHEDULER_RUNNING(
      ErrorType.TRANSIENT,
      "Another scheduler serves the same warehouse.",
      "Two would begin every run twice; one that died is taken over when its last sign of life is old.",
      "Stop the other one, or wait for its end."),
  RUN_TIMED_OUT(
      ErrorType.TRANSIENT,
      "A table took longer than its domain allows and was given up.",
      "There is more to read than usual, the machine is busy, or something hangs.",
      "It is tried again; raise `runs: {timeout: PT8H}` in _domain.yaml if that is no surprise."),
  CONFLICT(
      ErrorType.TRANSIENT,
      "Another run kept writing the same table.",
      "Each attempt found that another run had committed in between.",
      "Run again; nothing is lost or doubled."),
  DISK_FULL(
      ErrorType.TRANSIENT,
      "No space is left where the warehouse lives.",
      "The write could not be finished; nothing of it became visible.",
      "Free space and run again."),
  STORE_UNAVAILABLE(
      ErrorType.TRANSIENT,
      "The store did not answer as expected.",
      "A network or storage fault outside Assize.",
      "Run again later; what was committed stays."),
  RUN_UNDER_WAY(
      ErrorType.TRANSIENT,
      "A run is wanted once more that has not ended.",
      "It waits, goes on, or is tried again by itself.",
      "Wait for its end, which `assize status` tells; a run whose scheduler died is taken up by the next."),
  AIRFLOW_UNREACHABLE(
      ErrorType.TRANSIENT,
      "The Airflow server does not answer, or says that it cannot just now.",
      "It is starting, stopping or overloaded, the address is wrong, or a network fault lies between.",
      "Run again later; if it stays so, check the address and that the api-server runs."),
  AIRFLOW_REFUSED_LOGIN(
      ErrorType.USER,
      "The Airflow server does not accept the user or the password.",
      "One of the two is wrong, or the user is not known to this server.",
      "Correct the login for this environment; both are of Airflow, not of this machine."),
  AIRFLOW_FORBIDDEN(
      ErrorType.USER,
      "The Airflow server knows the user and does not let them do this.",
      "The user's role in Airflow lacks a right that the work needs.",
      "Have the right granted in Airflow, or log in as a user who has it."),
  AIRFLOW_NOT_FOUND(
      ErrorType.USER,
      "The Airflow server has no such thing.",
      "The DAG, run, task, pool or backfill named does not exist there, or was not read from its file yet.",
      "Correct the name; a new DAG file is known to Airflow some seconds after it was put there."),
  AIRFLOW_CONFLICT(
      ErrorType.FAILED,
      "The Airflow server already has what was to be made, or it is past changing.",
      "A run of this id or date, a pool of this name or an unfinished backfill exists; or a backfill is over.",
      "Look at what exists there and decide; it was not changed."),
  AIRFLOW_UNSUPPORTED(
      ErrorType.USER,
      "The server does not speak as Airflow 3.3 does.",
      "It is an older or much newer Airflow, has another login service, or is no Airflow at all.",
      "Check the address and the version of the server; Assize is tested with Airflow 3.3."),
  AIRFLOW_FAILED(
      ErrorType.FAILED,
      "The Airflow server refused a request or failed to do it.",
      "The message holds what Airflow said of it.",
      "Mend what it names; if it says nothing, the log of the api-server has the details."),
  RULE_FAILED(
      ErrorType.FAILED,
      "A rule written in Java failed.",
      "Its class threw an exception for some row, instead of saying whether the row is valid.",
      "Correct the class, build the module, and run again; the message names the line, and no value."),
  TABLE_FAILED(
      ErrorType.FAILED,
      "The work on a table failed.",
      "The message names the step; values are left out of it on purpose.",
      "Correct the cause and run again; other tables are not affected."),
  INTERNAL(
      ErrorType.INTERNAL,
      "A defect of Assize itself.",
      "Something happened that the program does not expect.",
      "Run again with ASSIZE_DEBUG=1 for details, and report it. Details may name files, not rows.");

  private final ErrorType type;
  private final String meaning;
  private final String cause;
  private final String mend;

  ErrorCode(ErrorType type, String meaning, String cause, String mend) {
    this.type = type;
    this.meaning = meaning;
    this.cause = cause;
    this.mend = mend;
  }

  /** Who can mend it, and the exit code. */
  public ErrorType type() {
    return type;
  }

  /** What it means: one sentence for {@code explain}. */
  public String meaning() {
    return meaning;
  }

  /** How it usually comes about, for {@code explain}. */
  public String cause() {
    return cause;
  }

  /** What usually mends it, for {@code explain}. */
  public String mend() {
    return mend;
  }
}
