package org.assize.contract;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.problem.Place;

/**
 * The promise a table makes, read from {@code schemas/<domain>/<table>.odcs.yaml} with the defaults
 * of {@code _domain.yaml} merged in.
 *
 * @param relationships foreign keys that the table states; columns state theirs themselves
 * @param sources what feeds it; empty for a derived table
 * @param transform what computes it; empty for a source-fed table
 * @param endOfSupport last day in London on which its readers may rely on it
 * @param owner team that answers for it; may be empty
 * @param group tables of its domain that are committed together, or not at all
 * @param promises what rules that columns imply do, where it is not the usual
 * @param service what it promises of the service around the table
 */
public record DataContract(
    DatasetName name,
    Place place,
    String id,
    String version,
    String status,
    Optional<LocalDate> endOfSupport,
    String description,
    String owner,
    List<Column> columns,
    List<QualityRule> quality,
    List<Relationship> relationships,
    List<SourceUse> sources,
    Optional<TransformSpec> transform,
    Load load,
    Optional<Schedule> schedule,
    Optional<String> group,
    List<PromiseTerms> promises,
    ServiceTerms service) {

  public DataContract {
    columns = List.copyOf(columns);
    quality = List.copyOf(quality);
    relationships = List.copyOf(relationships);
    sources = List.copyOf(sources);
    promises = List.copyOf(promises);
  }

  /** Whether nothing writes the table any more; its rows stay. */
  public boolean isRetired() {
    return status.equals("retired");
  }

  /** Whether a transform computes this table. */
  public boolean isDerived() {
    return transform.isPresent();
  }

  /** Names of the key columns in key order. */
  public List<String> primaryKey() {
    return columns.stream()
        .filter(Column::isKey)
        .sorted(Comparator.comparingInt(c -> c.primaryKeyPosition().orElse(0)))
        .map(Column::name)
        .toList();
  }

  /** Placeholders that the table keeps as {@code _name}: they order versions, or deliveries. */
  public List<String> keptPlaceholders() {
    Set<String> kept = new LinkedHashSet<>();
    load.latestBy().stream().filter(by -> by.startsWith("_")).forEach(kept::add);
    if (load.mode() == Load.Mode.REPLACE && !sources.isEmpty()) {
      sources.get(0).source().placeholders().forEach(each -> kept.add("_" + each));
    }
    return List.copyOf(kept);
  }

  /** The column of that name, if any. */
  public Optional<Column> column(String columnName) {
    return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
  }
}
