package org.assize.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problems;
import org.assize.core.Definition;
import org.assize.core.Plan;
import org.assize.core.RunReport;
import org.assize.core.TableTask;
import org.assize.core.schedule.Heartbeat.Beat;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.PipelineRun.State;
import org.assize.core.schedule.Task;
import org.assize.local.PipelineOrder;
import org.assize.local.Presence;
import org.assize.local.Scheduler;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the schedules of the workspace in this process. */
@Command(
    footer = {
      "",
      "A pipeline is the tables of a domain that have one schedule. What was begun and how it"
          + " ended",
      "is in the ledger: a scheduler that is stopped, or dies, is taken over by the next one, and",
      "nothing runs twice to effect. Beyond one machine, give the schedules to Airflow:",
      "assize airflow generate.",
      "",
      "Examples",
      "  assize scheduler",
      "  assize scheduler --once",
      "  assize scheduler --port 9400"
    })
final class SchedulerCommand implements Callable<Integer> {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final Session session;

  @Option(names = "--once", description = "Run what is due now, wait until it has ended, and end.")
  private boolean once;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many pipelines may run at the same time. Default: 2.")
  private int atOnce;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Answer /health and /metrics, for Prometheus, on this port.")
  private @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address on which --port listens. Default: 127.0.0.1, this machine alone.")
  private String host = "";

  @Mixin private final BundleOption bundle = new BundleOption();

  private final List<PipelineRun> heard = new CopyOnWriteArrayList<>();

  SchedulerCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (atOnce < 1) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "`--at-once` is 1 or more, not " + atOnce + ".",
          "",
          "Leave it out for 2.");
    }
    CheckedWorkspace checked = session.checked(bundle.deployed());
    List<Definition> definitions = checked.graph().definitions();
    List<Pipeline> pipelines = checked.pipelines();
    session.step(Numbers.count(pipelines.size(), "pipeline") + ", at most " + atOnce + " at once.");
    Clock clock = session.surroundings().clock();
    ExecutorService executor = Executors.newFixedThreadPool(atOnce);
    try (OpenEngine engine = session.open(checked.workspace());
        Presence presence =
            Presence.begin(engine.heartbeat(), Beat.of(engine.runId(), clock.instant()), clock);
        var lookout = new Lookout(session, checked, engine, health(clock))) {
      var scheduler =
          new Scheduler(
              pipelines,
              new PipelineOrder(pipelines, definitions)::upstream,
              engine.book(),
              pipeline -> run(checked, pipeline),
              engine::versions,
              this::tell,
              clock,
              executor,
              atOnce);
      int busy = scheduler.tick();
      while (!once || busy > 0) {
        lookout.lookNowAndThen();
        scheduler.await(BETWEEN_LOOKS);
        presence.beat();
        busy = scheduler.tick();
      }
      lookout.lookLast();
    } finally {
      executor.shutdown();
    }
    int exitCode = exitCode();
    session.answer(
        Json.document("assize.scheduler/1")
            .put("exitCode", exitCode)
            .put("runs", heard.stream().map(PipelineWords::json).toList()));
    return exitCode;
  }

  private Optional<HealthServer> health(Clock clock) {
    return Optional.ofNullable(port).map(chosen -> HealthServer.start(host, chosen, clock));
  }

  private RunReport run(CheckedWorkspace checked, Pipeline pipeline) {
    var problems = new Problems();
    List<String> names =
        pipeline.tasks().stream()
            .map(Task::tables)
            .flatMap(List::stream)
            .map(DatasetName::selector)
            .toList();
    List<TableTask> tasks =
        checked.graph().select(names, problems).stream()
            .map(table -> new TableTask(table, Optional.empty(), false))
            .toList();
    problems.throwIfAny();
    return new WatchedRun(session)
        .run(new Plan(checked.workspace(), tasks), pipeline.runs().timeout());
  }

  private void tell(PipelineRun run) {
    heard.add(run);
    session.say(PipelineWords.line(run));
  }

  /** As of a run: failures first, then holds, then what is tried again. */
  private int exitCode() {
    Map<String, State> ends = new HashMap<>();
    heard.forEach(run -> ends.put(run.pipeline(), run.state()));
    if (ends.containsValue(State.FAILED)) {
      return ends.containsValue(State.DONE) ? 3 : 1;
    }
    return ends.containsValue(State.HELD) ? 4 : ends.containsValue(State.AGAIN) ? 6 : 0;
  }
}
