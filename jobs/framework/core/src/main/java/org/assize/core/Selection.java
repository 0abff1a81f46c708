package org.assize.core;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assize.contract.DatasetName;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;

/**
 * Understands {@code domain}, {@code domain/table}, {@code +domain/table}, {@code domain/table+}.
 */
record Selection(Map<DatasetName, Definition> tables) {

  Set<DatasetName> named(String selector, Problems problems) {
    boolean withInputs = selector.startsWith("+");
    boolean withReaders = selector.endsWith("+");
    String name = selector.substring(withInputs ? 1 : 0, selector.length() - (withReaders ? 1 : 0));
    List<Definition> matches =
        tables.values().stream().filter(table -> isNamed(table.table(), name)).toList();
    if (matches.isEmpty()) {
      problems.add(unknown(name));
    }
    Set<DatasetName> chosen = new LinkedHashSet<>();
    for (Definition match : matches) {
      chosen.add(match.table());
      if (withInputs) {
        chosen.addAll(TableGraph.upstream(tables, match.table()));
      }
      if (withReaders) {
        chosen.addAll(TableGraph.downstream(tables, match.table()));
      }
      // A curated table without its landing step would never see a new file.
      match.needs().stream()
          .filter(need -> tables.get(need) instanceof Definition.Raw)
          .forEach(chosen::add);
    }
    return chosen;
  }

  private static boolean isNamed(DatasetName table, String name) {
    return table.selector().equals(name) || table.domain().equals(name);
  }

  private Problem unknown(String name) {
    Set<String> known = new LinkedHashSet<>();
    tables.keySet().forEach(table -> known.add(table.selector()));
    tables.keySet().forEach(table -> known.add(table.domain()));
    return new Problem(
        ErrorCode.UNKNOWN_TABLE,
        Place.NOWHERE,
        "No table or domain is called `" + name + "`.",
        "",
        Nearest.hint(name, known));
  }
}
