package org.assize.airflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assize.airflow.client.AirflowServer;
import org.assize.airflow.client.DagStatus;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.schedule.Pipeline;

/** The DAGs of pipelines on a server, told from those of others by their tags. */
final class OurDags {

  private static final String OURS = "assize";

  private final AirflowServer server;

  OurDags(AirflowServer server) {
    this.server = server;
  }

  /**
   * The DAG of a pipeline, also one whose file is gone.
   *
   * @throws PlatformException AIRFLOW_CONFLICT where somebody else's has its id
   */
  Optional<DagStatus> find(Pipeline pipeline) {
    Optional<DagStatus> dag = server.dags().find(pipeline.id());
    dag.filter(found -> !isOf(found, pipeline)).ifPresent(OurDags::refuse);
    return dag;
  }

  /**
   * The DAGs of pipelines, in their order.
   *
   * @throws PlatformException AIRFLOW_NOT_FOUND where one was not deployed
   */
  List<DagStatus> deployed(List<Pipeline> pipelines) {
    return pipelines.stream()
        .map(p -> find(p).filter(dag -> !dag.isStale()).orElseThrow(() -> notDeployed(p)))
        .toList();
  }

  /** Those that the server reads now, by id; a pipeline that has none was not deployed. */
  Map<String, DagStatus> of(List<Pipeline> pipelines) {
    Map<String, Pipeline> wanted =
        pipelines.stream().collect(Collectors.toMap(Pipeline::id, Function.identity()));
    return server.dags().tagged(OURS).stream()
        .filter(dag -> wanted.containsKey(dag.id()) && isOf(dag, wanted.get(dag.id())))
        .collect(Collectors.toMap(DagStatus::id, Function.identity()));
  }

  private static boolean isOf(DagStatus dag, Pipeline pipeline) {
    return dag.tags().contains(OURS) && dag.tags().contains(pipeline.domain());
  }

  private static void refuse(DagStatus dag) {
    throw PlatformException.of(
        ErrorCode.AIRFLOW_CONFLICT,
        "Airflow has a DAG " + dag.id() + " that is not of this domain.",
        "It belongs to " + String.join(", ", dag.owners()) + ".",
        "Rename one of them: an id names one DAG of a server.");
  }

  private static PlatformException notDeployed(Pipeline pipeline) {
    return PlatformException.of(
        ErrorCode.AIRFLOW_NOT_FOUND,
        "Airflow has no DAG " + pipeline.id() + ".",
        "The pipeline was never deployed there, or its file is gone.",
        "`assize airflow sync` deploys the pipelines of an environment.");
  }
}
