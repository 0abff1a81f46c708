package org.assize.core.lineage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.SourceUse;
import org.assize.core.Definition;
import org.assize.core.ResolvedInput;
import org.assize.core.SqlInspector;
import org.assize.core.Workspace;
import org.assize.core.lineage.ColumnOrigin.Kind;

/** What contracts and queries say goes into the columns of tables, without any data. */
public record DeclaredOrigins(Workspace workspace, SqlInspector inspector) {

  private static final String RECORD = "_record";
  private static final String PLACEHOLDERS = "_placeholders";

  /**
   * Of one table. Unknown for a raw table, whose columns are the same for all of them, and for a
   * class, of which only a run shows what it reads.
   */
  public ColumnOrigins of(Definition definition) {
    if (definition instanceof Definition.SourceFed fed) {
      return of(fed.contract());
    }
    return definition instanceof Definition.Derived derived && derived.sql().isPresent()
        ? inspector.origins(derived.sql().get(), inputs(derived))
        : ColumnOrigins.UNKNOWN;
  }

  private Map<String, List<Column>> inputs(Definition.Derived derived) {
    Map<String, List<Column>> inputs = new LinkedHashMap<>();
    for (ResolvedInput input : derived.inputs()) {
      workspace
          .contract(input.table())
          .ifPresent(contract -> inputs.put(input.name(), contract.columns()));
    }
    return inputs;
  }

  private static ColumnOrigins of(DataContract contract) {
    Map<String, List<ColumnOrigin>> columns = new LinkedHashMap<>();
    for (Column column : contract.columns()) {
      List<ColumnOrigin> origins = new ArrayList<>();
      for (SourceUse use : contract.sources()) {
        for (String name : names(column, use)) {
          boolean isPlaceholder = use.source().placeholders().contains(name.replaceFirst("^_", ""));
          origins.add(
              new ColumnOrigin(
                  use.source().rawTable().toString(),
                  isPlaceholder && name.startsWith("_") ? PLACEHOLDERS : RECORD,
                  Kind.TRANSFORMATION,
                  name));
        }
      }
      columns.put(column.name(), origins);
    }
    return new ColumnOrigins(columns);
  }

  private static List<String> names(Column column, SourceUse use) {
    String own = use.columns().get(column.name());
    if (own != null) {
      return List.of(own);
    }
    return column.sourceNames().isEmpty() ? List.of(column.name()) : column.sourceNames();
  }
}
