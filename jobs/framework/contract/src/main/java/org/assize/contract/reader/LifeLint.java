package org.assize.contract.reader;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assize.contract.DataContract;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;

/** Whether a contract says until when, and which version of its table it is. */
final class LifeLint {

  private static final Pattern LATER_VERSION = Pattern.compile(".+_v([1-9][0-9]*)");

  private final Faults faults;

  LifeLint(Problems problems) {
    this.faults = new Faults(problems);
  }

  void check(DataContract contract, Mapping written) {
    Optional<Mapping> support = ServiceLevels.of(written, "endOfSupport", "es");
    if (contract.status().equals("deprecated") && support.isEmpty()) {
      faults.missing(
          written.placeOf("status"),
          "A deprecated table says until when it can be relied on.",
          "Add slaProperties: [{property: endOfSupport, value: 2027-03-31}].");
    }
    if (support.isPresent() && contract.endOfSupport().isEmpty()) {
      faults.wrong(
          support.get().placeOf("value"), "`endOfSupport` is a day.", "Write it as 2027-03-31.");
    }
    Matcher later = LATER_VERSION.matcher(contract.name().table());
    if (later.matches() && !contract.version().startsWith(later.group(1) + ".")) {
      faults.invalid(
          written.placeOf("version"),
          "`version: " + contract.version() + "` is not version " + later.group(1) + ".",
          "The table is called `" + contract.name().table() + "`.",
          "Write version: " + later.group(1) + ".0.0, or rename the table.");
    }
  }
}
