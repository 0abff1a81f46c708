package org.assize.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Every verb, each class loaded only when its verb is asked for. */
enum Verb {
  DEMO("demo", Group.BEGIN, "Show it all on made-up deliveries with planted faults."),
  INIT("init", Group.BEGIN, "Make a workspace with a small example that runs."),
  NEW("new", Group.PREPARE, "Draft the contract of a table from a delivered file."),
  CHECK("check", Group.PREPARE, "Find every fault in contracts, rules and queries; touch no data."),
  TEST("test", Group.PREPARE, "Run the tables' own cases: small tables before and after."),
  PLAN("plan", Group.PREPARE, "Say which tables a run would work on, and in which order."),
  RUN("run", Group.WORK, "Take in what is new, table by table, and report."),
  BACKFILL("backfill", Group.WORK, "Compute tables anew over a span of time, by a saved plan."),
  DEPLOY(
      "deploy", Group.WORK, "Check, test and plan, then put contracts, queries and jars in place."),
  SCHEDULER("scheduler", Group.WORK, "Run the schedules of the workspace in this process."),
  PAUSE("pause", Group.WORK, "Keep pipelines from beginning."),
  RESUME("resume", Group.WORK, "Let paused pipelines begin again."),
  RERUN("rerun", Group.WORK, "Make a run of a pipeline due once more."),
  AIRFLOW("airflow", Group.WORK, "Give the schedules of a workspace to Airflow."),
  STATUS("status", Group.LOOK, "Show how tables and pipelines stand."),
  LOGS("logs", Group.LOOK, "Tell what became of the tables in a run of a pipeline."),
  ALERTS("alerts", Group.LOOK, "Show what is wrong, and tell those who must know."),
  DIGEST("digest", Group.LOOK, "Say what a team should know in the morning."),
  QUERY("query", Group.LOOK, "Run a query over the tables."),
  DIFF("diff", Group.LOOK, "Tell how a table differs between two environments, in counts."),
  PROFILE("profile", Group.LOOK, "Tell what the columns of a table or of a file hold."),
  EXPLAIN("explain", Group.MEND, "Say what an error code means and what mends it."),
  QUALITY(
      "quality",
      Group.MEND,
      "Report how well tables keep their contracts; accept or drop held batches."),
  QUARANTINE(
      "quarantine", Group.MEND, "Look at refused rows, take them once more, or give them up."),
  ROLLBACK("rollback", Group.MEND, "Make a table what it was, and hold it until it is released."),
  DOCTOR("doctor", Group.MEND, "Test whether this machine and the workspace's folders will do."),
  OPS("ops", Group.MEND, "Rebuild the ledger from the tables' own logs.");

  private final String word;
  private final Group group;
  private final String summary;

  Verb(String word, Group group, String summary) {
    this.word = word;
    this.group = group;
    this.summary = summary;
  }

  String word() {
    return word;
  }

  Group group() {
    return group;
  }

  String summary() {
    return summary;
  }

  /** The command object that picocli fills and calls. */
  Object command(Session session) {
    return switch (this) {
      case DEMO -> new DemoCommand(session);
      case INIT -> new InitCommand(session);
      case NEW -> new NewCommand(session);
      case CHECK -> new CheckCommand(session);
      case TEST -> new TestCommand(session);
      case PLAN -> new PlanCommand(session);
      case RUN -> new RunCommand(session);
      case BACKFILL -> new BackfillCommand(session);
      case SCHEDULER -> new SchedulerCommand(session);
      case PAUSE -> new PauseCommand(session);
      case RESUME -> new PauseCommand.Resume(session);
      case RERUN -> new RerunCommand(session);
      case AIRFLOW -> new AirflowCommand(session);
      case STATUS -> new StatusCommand(session);
      case LOGS -> new LogsCommand(session);
      case ALERTS -> new AlertsCommand(session);
      case DIGEST -> new DigestCommand(session);
      case QUERY -> new QueryCommand(session);
      case DEPLOY -> new DeployCommand(session);
      case DIFF -> new DiffCommand(session);
      case ROLLBACK -> new RollbackCommand(session);
      case PROFILE -> new ProfileCommand(session);
      case EXPLAIN -> new ExplainCommand(session);
      case QUALITY -> new QualityCommand(session);
      case QUARANTINE -> new QuarantineCommand(session);
      case DOCTOR -> new DoctorCommand(session);
      case OPS -> new OpsCommand(session);
    };
  }

  static Optional<Verb> named(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Verb::word).toList();
  }
}
