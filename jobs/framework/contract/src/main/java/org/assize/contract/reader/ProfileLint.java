package org.assize.contract.reader;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Scalar;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;

/** What a contract as a whole must say, over and above the standard. */
final class ProfileLint {

  private static final Pattern VERSION = Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*)){2}");
  private static final List<String> STATUSES =
      List.of("proposed", "draft", "active", "deprecated", "retired");

  /** The service levels that the standard describes, and their short names. */
  private static final List<String> AGREEMENTS =
      List.of(
          "availability",
          "endOfLife",
          "endOfSupport",
          "errorRate",
          "frequency",
          "generalAvailability",
          "latency",
          "retention",
          "throughput",
          "timeOfAvailability",
          "timeToDetect",
          "timeToNotify",
          "timeToRepair");

  private static final Set<String> SHORT_AGREEMENTS =
      Set.of("av", "el", "es", "er", "fy", "ga", "ly", "re", "th", "ta", "td", "tn", "tr");

  private final Faults faults;

  ProfileLint(Problems problems) {
    this.faults = new Faults(problems);
  }

  void check(Mapping written, String domain, String table) {
    faults.oneOf(written, "apiVersion", List.of("v3.1.0"));
    faults.oneOf(written, "status", STATUSES);
    written.scalars("version").stream()
        .filter(version -> version.type() == Scalar.Type.TEXT)
        .map(Scalar::text)
        .filter(version -> !VERSION.matcher(version).matches())
        .forEach(
            version ->
                faults.invalid(
                    written.placeOf("version"),
                    "`version: " + version + "` is not major.minor.patch.",
                    "Readers compare versions.",
                    "Write for example 1.0.0."));
    written
        .text("domain")
        .filter(said -> !said.equals(domain))
        .ifPresent(
            said ->
                faults.invalid(
                    written.placeOf("domain"),
                    "`domain: " + said + "` is not the folder `" + domain + "`.",
                    "The folder decides.",
                    "Leave the key out."));
    for (Mapping agreement : written.mappings("slaProperties")) {
      agreement
          .text("property")
          .filter(word -> !AGREEMENTS.contains(word) && !SHORT_AGREEMENTS.contains(word))
          .ifPresent(
              word ->
                  faults.unknown(
                      agreement.placeOf("property"), word, "known service level", AGREEMENTS));
    }
    table(written, table);
    if (written.custom("assize").isEmpty()) {
      List<String> others =
          written.mappings("customProperties").stream()
              .flatMap(custom -> custom.text("property").stream())
              .toList();
      faults.missing(
          written.placeOf("customProperties"),
          "The custom property `assize` is missing.",
          Nearest.to("assize", others).isEmpty()
              ? "Add customProperties: [{property: assize, value: {layer: ..., load: {...}}}]."
              : "Is `" + Nearest.to("assize", others).get(0) + "` meant to be it?");
    }
    customProperties(written, "");
  }

  private void table(Mapping written, String table) {
    List<Mapping> tables = written.mappings("schema");
    if (tables.isEmpty()) {
      faults.missing(written.placeOf("schema"), "`schema` has no table.", "Describe the table.");
      return;
    }
    for (Mapping extra : tables.subList(1, tables.size())) {
      faults.invalid(
          extra.place(),
          "`schema` has more than one table.",
          "A contract is about one table.",
          "Give the other a contract of its own.");
    }
    Mapping only = tables.get(0);
    only.text("name")
        .filter(name -> !name.equals(table))
        .ifPresent(
            name ->
                faults.invalid(
                    only.placeOf("name"),
                    "The table is called `" + name + "`, its file `" + table + "`.",
                    "",
                    "Give both one name."));
    if (only.mappings("properties").isEmpty()) {
      faults.missing(only.place(), "The table has no columns.", "Add properties.");
    }
    only.text("physicalName")
        .filter(name -> !name.equals(table))
        .ifPresent(
            name -> faults.unsupported(only.placeOf("physicalName"), "Another physicalName", ""));
  }

  /** Each name once in one place, and ours only where it is understood. */
  private void customProperties(Value value, String key) {
    if (value instanceof Sequence list) {
      list.items().forEach(item -> customProperties(item, key));
    }
    if (!(value instanceof Mapping mapping)) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Mapping custom : mapping.mappings("customProperties")) {
      String property = custom.text("property").orElse("");
      if (!seen.add(property)) {
        faults.twice(
            custom.place(), "The custom property `" + property + "` stands here twice.", "");
      }
      if (property.equals("assize") && !key.isEmpty() && !key.equals("quality")) {
        faults.invalid(
            custom.place(),
            "The custom property `assize` has no meaning in `" + key + "`.",
            "",
            "It belongs at the end of the contract, or in a rule.");
      }
    }
    for (Mapping.Entry entry : mapping.entries()) {
      if (!entry.key().equals("value")) {
        customProperties(entry.value(), entry.key());
      }
    }
  }
}
