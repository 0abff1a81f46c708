package org.assize.contract.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assize.contract.DataContract;
import org.assize.contract.Domain;
import org.assize.contract.Source;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;

/** Whether the parts of a domain can live together. */
final class DomainLint {

  static final String NAME = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

  private final Problems problems;

  DomainLint(Problems problems) {
    this.problems = problems;
  }

  /** A domain's name, and the names of its tables. */
  void name(String what, String name, Place place) {
    if (!name.matches(NAME)) {
      problems.add(
          ErrorCode.CONTRACT_INVALID,
          place,
          "`" + name + "` is no name of a " + what + ".",
          "Folders, databases and pages use it.",
          "Write snake_case, a letter first, no double underscore.");
    }
  }

  /** Tables and sources share one namespace. */
  void namespace(Domain domain) {
    Map<String, Place> taken = new HashMap<>();
    for (DataContract contract : domain.contracts()) {
      taken.put(contract.name().table(), contract.place().atLine(0));
    }
    for (Source source : domain.sources()) {
      Place first = taken.putIfAbsent(source.name(), source.place());
      if (first != null) {
        problems.add(
            ErrorCode.DUPLICATE_ID,
            source.place(),
            "The name of source `" + source.name() + "` is taken in " + first + ".",
            "Tables and sources of a domain share their names.",
            "Declare a source once, in _domain.yaml if several contracts read it.");
      }
    }
  }

  /** Contract ids are unique. */
  void ids(List<DataContract> contracts) {
    Map<String, DataContract> first = new HashMap<>();
    for (DataContract contract : contracts) {
      DataContract other = first.putIfAbsent(contract.id(), contract);
      if (other != null && !contract.id().isEmpty()) {
        problems.add(
            ErrorCode.DUPLICATE_ID,
            contract.place(),
            "The id `" + contract.id() + "` is also that of " + other.place().file() + ".",
            "",
            "Write <domain>.<table>.");
      }
    }
  }
}
