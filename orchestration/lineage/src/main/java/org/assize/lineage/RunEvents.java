package org.assize.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assize.contract.DatasetName;
import org.assize.core.LineageSettings;
import org.assize.core.ProgramVersion;
import org.assize.core.TableTask;
import org.assize.core.Workspace;

/** What the events of all tables of one run have in common. */
record RunEvents(
    OpenLineage ol,
    Datasets datasets,
    String namespace,
    String runId,
    Optional<ParentRun> parent,
    Optional<ParentRun> root,
    Clock clock) {

  static RunEvents of(
      Workspace workspace,
      LineageSettings settings,
      String runId,
      Map<String, String> variables,
      Clock clock) {
    var ol = new OpenLineage(URI.create("urn:assize:" + ProgramVersion.current()));
    return new RunEvents(
        ol,
        new Datasets(ol, workspace, settings),
        settings.namespaceOf(workspace.environment()),
        runId,
        ParentRun.of(variables, ParentRun.PARENT),
        ParentRun.of(variables, ParentRun.ROOT),
        clock);
  }

  RunEvent event(
      EventType type,
      TableTask task,
      Optional<String> why,
      List<OpenLineage.InputDataset> inputs,
      List<OpenLineage.OutputDataset> outputs) {
    var facets =
        ol.newRunFacetsBuilder().externalQuery(ol.newExternalQueryRunFacet(runId, "assize"));
    parent.ifPresent(run -> facets.parent(facet(run)));
    task.interval()
        .ifPresent(
            span ->
                facets.nominalTime(ol.newNominalTimeRunFacet(utc(span.start()), utc(span.end()))));
    why.ifPresent(text -> facets.errorMessage(ol.newErrorMessageRunFacet(text, "JAVA", null)));
    return ol.newRunEventBuilder()
        .eventType(type)
        .eventTime(utc(clock.instant()))
        .run(ol.newRun(idOf(task.table()), facets.build()))
        .job(job(task.table()))
        .inputs(inputs)
        .outputs(outputs)
        .build();
  }

  private OpenLineage.Job job(DatasetName table) {
    var facets =
        ol.newJobFacetsBuilder()
            .jobType(
                ol.newJobTypeJobFacetBuilder()
                    .processingType("BATCH")
                    .integration("ASSIZE")
                    .jobType("TABLE")
                    .build());
    return ol.newJob(namespace, table.toString(), facets.build());
  }

  private OpenLineage.ParentRunFacet facet(ParentRun run) {
    var facet =
        ol.newParentRunFacetBuilder()
            .run(ol.newParentRunFacetRunBuilder().runId(run.runId()).build())
            .job(
                ol.newParentRunFacetJobBuilder()
                    .namespace(run.namespace())
                    .name(run.job())
                    .build());
    root.ifPresent(
        top ->
            facet.root(
                ol.newParentRunFacetRoot(
                    ol.newRootRunBuilder().runId(top.runId()).build(),
                    ol.newRootJobBuilder().namespace(top.namespace()).name(top.job()).build())));
    return facet.build();
  }

  /** The same for every event of a table's part in a run; a retry is another run. */
  private UUID idOf(DatasetName table) {
    String text = String.join("\u0000", namespace, runId, table.toString());
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ZonedDateTime utc(Instant instant) {
    return instant.atZone(ZoneOffset.UTC);
  }
}
