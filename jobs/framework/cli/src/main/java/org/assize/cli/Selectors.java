package org.assize.cli;

import java.util.List;
import org.assize.contract.problem.Problems;
import org.assize.core.Definition;
import org.assize.core.TableGraph;
import picocli.CommandLine.Parameters;

/** The arguments that choose tables. */
final class Selectors {

  @Parameters(
      paramLabel = "SELECT",
      arity = "0..*",
      description = {
        "domain, domain/table, +domain/table (and what it needs),",
        "domain/table+ (and what needs it). Default: every table."
      })
  private List<String> selectors = List.of();

  boolean isEmpty() {
    return selectors.isEmpty();
  }

  /** The chosen tables, inputs first; fails with every unknown name. */
  List<Definition> choose(TableGraph graph) {
    var problems = new Problems();
    List<Definition> chosen = graph.select(selectors, problems);
    problems.throwIfAny();
    return chosen;
  }
}
