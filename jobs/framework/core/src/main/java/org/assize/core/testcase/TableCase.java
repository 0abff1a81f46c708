package org.assize.core.testcase;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.contract.Source;
import org.assize.core.Definition;

/**
 * One case of a table: what is there before, and the table after.
 *
 * @param name name of its folder
 * @param folder path below the workspace, divided by slashes
 * @param at what the run takes for now
 * @param holds ids of the rules that must hold the batch; then those about a delivery as a whole
 *     are judged, too
 * @param others tables that it reads or that its rules look at, each with every row
 * @param deliveries files of a source-fed table, in order
 * @param existing rows of the table before
 * @param quarantine key and rules of the rows that must be refused; empty where nobody asks
 */
public record TableCase(
    Definition.Contracted table,
    String name,
    String folder,
    Instant at,
    List<String> holds,
    Map<DatasetName, CaseRows> others,
    List<Delivery> deliveries,
    Optional<CaseRows> existing,
    CaseRows expected,
    Optional<CaseRows> quarantine) {

  /** The column of {@code quarantine.csv} that lists rules, divided by spaces. */
  public static final String RULES = "rules";

  public TableCase {
    holds = List.copyOf(holds);
    others = Map.copyOf(others);
    deliveries = List.copyOf(deliveries);
  }

  /** What selects it, {@code domain/table/case}. */
  public String selector() {
    return table.table().selector() + "/" + name;
  }

  /**
   * A delivered file.
   *
   * @param path below the landing folder, as the source's pattern wants it
   */
  public record Delivery(Source source, String path, Path file) {}
}
