package org.assize.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.InputField;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.Column;
import org.assize.contract.DatasetName;
import org.assize.contract.Source;
import org.assize.core.Counts;
import org.assize.core.LineageSettings;
import org.assize.core.Workspace;
import org.assize.core.lineage.ColumnOrigin;
import org.assize.core.lineage.ColumnOrigins;
import org.assize.core.lineage.ReadVersion;

/**
 * Tables and delivered files as datasets. A table is called by its full name in the namespace of
 * its environment; where its files live is a symbolic link, by which other tools find the same one.
 */
record Datasets(OpenLineage ol, Workspace workspace, LineageSettings settings) {

  OpenLineage.InputDataset input(
      DatasetName table, Optional<ReadVersion> read, Optional<Long> rows) {
    URI warehouse = read.flatMap(ReadVersion::warehouse).orElse(workspace.warehouse());
    return ol.newInputDatasetBuilder()
        .namespace(namespace(warehouse))
        .name(table.toString())
        .facets(facets(table, warehouse, read.map(ReadVersion::version)).build())
        .inputFacets(read(rows.orElse(null), null))
        .build();
  }

  /** The files of a source. */
  OpenLineage.InputDataset input(Source source, Map<String, Long> counts) {
    URI landing = workspace.landing();
    String fixed = source.files().replaceFirst("/?[^/]*[*{].*$", "");
    return ol.newInputDatasetBuilder()
        .namespace(namespaceOf(landing))
        .name(Workspace.below(landing, fixed).getPath().replaceFirst("/$", ""))
        .inputFacets(read(counts.get(Counts.RECORDS), counts.get(Counts.FILES)))
        .build();
  }

  private OpenLineage.InputDatasetInputFacets read(
      @org.jspecify.annotations.Nullable Long rows, @org.jspecify.annotations.Nullable Long files) {
    var facets = ol.newInputDatasetInputFacetsBuilder();
    if (rows != null) {
      facets.inputStatistics(ol.newInputStatisticsInputDatasetFacet(rows, null, files));
    }
    return facets.build();
  }

  OpenLineage.OutputDataset output(
      DatasetName table,
      Optional<Long> version,
      Optional<Long> rows,
      ColumnOrigins origins,
      Map<DatasetName, ReadVersion> read) {
    var facets = facets(table, workspace.warehouse(), version);
    if (!origins.isUnknown()) {
      Map<String, String> namespaces = new HashMap<>();
      read.forEach(
          (input, at) ->
              at.warehouse().ifPresent(w -> namespaces.put(input.toString(), namespace(w))));
      facets.columnLineage(columnLineage(origins, namespaces));
    }
    var written = ol.newOutputDatasetOutputFacetsBuilder();
    rows.ifPresent(
        count ->
            written.outputStatistics(ol.newOutputStatisticsOutputDatasetFacet(count, null, null)));
    return ol.newOutputDatasetBuilder()
        .namespace(namespace(workspace.warehouse()))
        .name(table.toString())
        .facets(facets.build())
        .outputFacets(written.build())
        .build();
  }

  /** Of the environment whose tables lie in a warehouse. */
  private String namespace(URI warehouse) {
    return workspace.readsFrom().stream()
        .filter(from -> from.warehouse().equals(warehouse))
        .map(from -> settings.namespaceOf(from.name()))
        .findFirst()
        .orElseGet(() -> settings.namespaceOf(workspace.environment()));
  }

  private OpenLineage.DatasetFacetsBuilder facets(
      DatasetName table, URI warehouse, Optional<Long> version) {
    URI location = Workspace.below(warehouse, table.path());
    var facets =
        ol.newDatasetFacetsBuilder()
            .symlinks(
                ol.newSymlinksDatasetFacet(
                    List.of(
                        ol.newSymlinksDatasetFacetIdentifiers(
                            namespaceOf(location), location.getPath(), "LOCATION"))));
    version.ifPresent(v -> facets.version(ol.newDatasetVersionDatasetFacet(Long.toString(v))));
    workspace
        .contract(table)
        .ifPresent(contract -> facets.schema(ol.newSchemaDatasetFacet(fields(contract.columns()))));
    return facets;
  }

  private List<OpenLineage.SchemaDatasetFacetFields> fields(List<Column> columns) {
    List<OpenLineage.SchemaDatasetFacetFields> fields = new ArrayList<>();
    for (Column column : columns) {
      fields.add(
          ol.newSchemaDatasetFacetFieldsBuilder()
              .name(column.name())
              .type(column.physicalType())
              .description(column.description().isEmpty() ? null : column.description())
              .ordinal_position(fields.size() + 1L)
              .build());
    }
    return fields;
  }

  private OpenLineage.ColumnLineageDatasetFacet columnLineage(
      ColumnOrigins origins, Map<String, String> namespaces) {
    var fields = ol.newColumnLineageDatasetFacetFieldsBuilder();
    origins
        .columns()
        .forEach(
            (column, from) ->
                fields.put(
                    column,
                    ol.newColumnLineageDatasetFacetFieldsAdditionalBuilder()
                        .inputFields(
                            from.stream().map(origin -> field(origin, namespaces)).toList())
                        .build()));
    return ol.newColumnLineageDatasetFacetBuilder().fields(fields.build()).build();
  }

  private InputField field(ColumnOrigin origin, Map<String, String> namespaces) {
    return ol.newInputField(
        namespaces.getOrDefault(origin.table(), namespace(workspace.warehouse())),
        origin.table(),
        origin.column(),
        List.of(
            ol.newInputFieldTransformations(
                "DIRECT",
                origin.kind().name(),
                origin.via().isEmpty() ? null : origin.via(),
                null)));
  }

  /**
   * As OpenLineage names what is a path: the scheme, with a host or a bucket where there is one.
   */
  private static String namespaceOf(URI uri) {
    return uri.getAuthority() == null
        ? uri.getScheme()
        : uri.getScheme() + "://" + uri.getAuthority();
  }
}
