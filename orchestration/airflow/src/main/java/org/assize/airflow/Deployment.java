package org.assize.airflow;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.assize.airflow.DagFolder.Difference;
import org.assize.airflow.client.AirflowServer;
import org.assize.airflow.client.DagStatus;
import org.assize.airflow.client.ImportError;
import org.assize.airflow.client.Pool;
import org.assize.airflow.client.Sleeper;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.schedule.Pipeline;

/** Makes a running Airflow as the pipelines of a workspace want it: pools, files, DAGs let go. */
public final class Deployment {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final AirflowServer server;
  private final OurDags dags;
  private final DagFolder folder;
  private final Clock clock;
  private final Sleeper sleeper;

  /** A deployment to a server that reads DAGs from a folder. */
  public Deployment(AirflowServer server, DagFolder folder, Clock clock, Sleeper sleeper) {
    this.server = server;
    this.dags = new OurDags(server);
    this.folder = folder;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * What is not as it should be.
   *
   * @param pools slots of each pool to make or to change, by name
   * @param files files to write or to remove
   * @param begin DAGs that the server does not know yet: they are let go once it does
   */
  public record Steps(Map<String, Integer> pools, List<Difference> files, List<String> begin) {

    /** Whether everything is as it should be. */
    public boolean isNothing() {
      return pools.isEmpty() && files.isEmpty() && begin.isEmpty();
    }
  }

  /**
   * Looks, and changes nothing.
   *
   * @throws PlatformException AIRFLOW_CONFLICT where a DAG that is not ours has the id of one
   */
  public Steps steps(List<Pipeline> pipelines, SortedMap<String, String> files) throws IOException {
    Map<String, Integer> pools = new LinkedHashMap<>();
    pipelines.forEach(p -> pools.put(DagDeclaration.pool(p.domain()), p.runs().slots()));
    server.pools().all().forEach(there -> pools.remove(there.name(), there.slots()));
    List<String> begin = new ArrayList<>();
    for (Pipeline pipeline : pipelines) {
      Optional<DagStatus> dag = dags.find(pipeline);
      if (dag.isEmpty() || dag.get().isStale()) {
        begin.add(pipeline.id());
      }
    }
    return new Steps(pools, folder.differences(files), begin);
  }

  /** Takes the steps. Pools come first: a task whose pool is missing waits for ever. */
  public void take(Steps steps) throws IOException {
    for (Map.Entry<String, Integer> entry : steps.pools().entrySet()) {
      String words = "Tasks of one team's domain, so that they take no other team's places";
      Optional<Pool> there = server.pools().find(entry.getKey());
      if (there.isPresent()) {
        server.pools().change(there.get(), entry.getValue(), words);
      } else {
        server.pools().create(entry.getKey(), entry.getValue(), words);
      }
    }
    folder.apply(steps.files());
    Instant deadline = clock.instant().plus(PATIENCE);
    for (String dag : steps.begin()) {
      awaitRead(dag, deadline);
      server.dags().unpause(dag);
    }
  }

  private void awaitRead(String dag, Instant deadline) {
    while (server.dags().find(dag).filter(found -> !found.isStale()).isEmpty()) {
      if (clock.instant().isAfter(deadline)) {
        throw PlatformException.of(
            ErrorCode.AIRFLOW_FAILED,
            "Airflow has not read DAG " + dag + " within " + PATIENCE.toMinutes() + " minutes.",
            cause(),
            "Make sure that its DAG processor runs and reads the folder that the environment names.");
      }
      sleeper.sleep(BETWEEN_LOOKS);
    }
  }

  /** Names of files alone: what Python says of them may hold anything. */
  private String cause() {
    TreeSet<String> files = new TreeSet<>();
    server.importErrors().stream().map(ImportError::file).forEach(files::add);
    return files.isEmpty() ? "" : "It cannot read " + String.join(", ", files) + ".";
  }
}
