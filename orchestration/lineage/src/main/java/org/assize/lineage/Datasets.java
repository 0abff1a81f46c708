package org.assize.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.InputField;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.Column;
import org.assize.contract.DatasetName;
import org.assize.contract.Source;
import org.assize.core.Counts;
import org.assize.core.Workspace;
import org.assize.core.lineage.ColumnOrigin;
import org.assize.core.lineage.ColumnOrigins;

/**
 * Tables and delivered files as datasets. A table is called by its full name in the namespace of
 * its environment; where its files live is a symbolic link, by which other tools find the same one.
 */
record Datasets(OpenLineage ol, Workspace workspace, String namespace) {

  OpenLineage.InputDataset input(DatasetName table, Optional<Long> version, Optional<Long> rows) {
    return ol.newInputDatasetBuilder()
        .namespace(namespace)
        .name(table.toString())
        .facets(facets(table, version).build())
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
      DatasetName table, Optional<Long> version, Optional<Long> rows, ColumnOrigins origins) {
    var facets = facets(table, version);
    if (!origins.isUnknown()) {
      facets.columnLineage(columnLineage(origins));
    }
    var written = ol.newOutputDatasetOutputFacetsBuilder();
    rows.ifPresent(
        count ->
            written.outputStatistics(ol.newOutputStatisticsOutputDatasetFacet(count, null, null)));
    return ol.newOutputDatasetBuilder()
        .namespace(namespace)
        .name(table.toString())
        .facets(facets.build())
        .outputFacets(written.build())
        .build();
  }

  private OpenLineage.DatasetFacetsBuilder facets(DatasetName table, Optional<Long> version) {
    URI location = workspace.location(table);
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

  private OpenLineage.ColumnLineageDatasetFacet columnLineage(ColumnOrigins origins) {
    var fields = ol.newColumnLineageDatasetFacetFieldsBuilder();
    origins
        .columns()
        .forEach(
            (column, from) ->
                fields.put(
                    column,
                    ol.newColumnLineageDatasetFacetFieldsAdditionalBuilder()
                        .inputFields(from.stream().map(this::field).toList())
                        .build()));
    return ol.newColumnLineageDatasetFacetBuilder().fields(fields.build()).build();
  }

  private InputField field(ColumnOrigin origin) {
    return ol.newInputField(
        namespace,
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
