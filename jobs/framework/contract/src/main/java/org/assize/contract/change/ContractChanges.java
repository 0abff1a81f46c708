package org.assize.contract.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assize.contract.DataContract;
import org.assize.contract.Load;
import org.assize.contract.SourceUse;
import org.assize.contract.TransformSpec;
import org.assize.contract.problem.Place;

/** Compares the contracts of a workspace with those it had before. */
public final class ContractChanges {

  private static final List<String> UNPROMISED = List.of("proposed", "draft");

  private ContractChanges() {}

  /**
   * The tables that differ, by name. A table is the same one if domain and table have the same
   * names; each difference is classified as {@code docs/reference/contract-changes.md} says.
   */
  public static List<TableChange> between(
      Collection<DataContract> before, Collection<DataContract> after) {
    Map<String, DataContract> old = byName(before);
    Map<String, DataContract> now = byName(after);
    var names = new TreeMap<String, DataContract>(old);
    names.putAll(now);
    List<TableChange> changed = new ArrayList<>();
    for (String name : names.keySet()) {
      Optional<DataContract> was = Optional.ofNullable(old.get(name));
      Optional<DataContract> is = Optional.ofNullable(now.get(name));
      List<Change> changes = changes(was, is);
      if (!changes.isEmpty()) {
        changed.add(new TableChange(was, is, changes));
      }
    }
    return changed;
  }

  /** Whether a contract of that status promises anything yet. */
  static boolean promises(DataContract contract) {
    return !UNPROMISED.contains(contract.status());
  }

  private static Map<String, DataContract> byName(Collection<DataContract> contracts) {
    Map<String, DataContract> byName = new TreeMap<>();
    contracts.forEach(contract -> byName.put(contract.name().selector(), contract));
    return byName;
  }

  private static List<Change> changes(Optional<DataContract> before, Optional<DataContract> after) {
    var found = new Found();
    if (before.isEmpty()) {
      found.add(Impact.COMPATIBLE, after.orElseThrow().place(), "table added");
    } else if (after.isEmpty()) {
      found.add(Impact.BREAKING, before.get().place(), "table removed");
    } else {
      table(before.get(), after.get(), found);
      new ColumnChanges(found).compare(before.get(), after.get());
      new RuleChanges(found).compare(before.get(), after.get());
    }
    return found.all();
  }

  private static void table(DataContract before, DataContract after, Found found) {
    Place place = after.place();
    found.differ(
        Impact.BREAKING,
        before.name(),
        after.name(),
        place,
        "the table is now " + after.name() + ", was " + before.name());
    found.differ(
        Impact.BREAKING, before.id(), after.id(), place, "`id` changed, which names it for ever");
    found.differ(
        Impact.BREAKING,
        before.primaryKey(),
        after.primaryKey(),
        place,
        "the key is now " + key(after) + ", was " + key(before));
    load(before.load(), after.load(), place, found);
    status(before, after, found);
    found.differ(
        Impact.COMPATIBLE, filling(before), filling(after), place, "it is filled in another way");
    found.differ(
        Impact.COMPATIBLE, before.schedule(), after.schedule(), place, "`schedule` changed");
    found.differ(Impact.DOCUMENTATION, before.owner(), after.owner(), place, "the owner changed");
    found.differ(
        Impact.DOCUMENTATION,
        before.description(),
        after.description(),
        place,
        "the table's description changed");
  }

  private static String key(DataContract contract) {
    return contract.primaryKey().isEmpty()
        ? "none"
        : "`" + String.join("`, `", contract.primaryKey()) + "`";
  }

  private static void load(Load before, Load after, Place place, Found found) {
    found.differ(
        Impact.BREAKING,
        before.mode(),
        after.mode(),
        place,
        "`load.mode` changed: a row means another thing");
    found.differ(
        Impact.BREAKING,
        before.latestBy(),
        after.latestBy(),
        place,
        "`load.latestBy` changed: another version of a key counts");
    found.differ(
        before.interval().isPresent() ? Impact.BREAKING : Impact.COMPATIBLE,
        before.interval(),
        after.interval(),
        place,
        "`load.interval` changed");
  }

  private static void status(DataContract before, DataContract after, Found found) {
    boolean withdrawn = promises(before) && !promises(after);
    boolean early = after.status().equals("retired") && before.status().equals("active");
    found.differ(
        withdrawn || early ? Impact.BREAKING : Impact.COMPATIBLE,
        before.status(),
        after.status(),
        after.place(),
        "the status is now " + after.status() + ", was " + before.status());
  }

  /** All that decides how rows come about, without the places where it is written. */
  private static List<Object> filling(DataContract contract) {
    List<Object> parts = new ArrayList<>();
    for (SourceUse use : contract.sources()) {
      var source = use.source();
      parts.add(
          List.of(
              source.name(),
              source.files(),
              source.format(),
              source.delimiter(),
              source.formats(),
              source.drift(),
              use.rows(),
              use.columns()));
    }
    contract.transform().ifPresent(transform -> parts.add(inputs(transform)));
    return parts;
  }

  private static List<Object> inputs(TransformSpec transform) {
    List<Object> parts = new ArrayList<>(List.of(transform.java()));
    transform
        .inputs()
        .forEach(
            input ->
                parts.add(
                    List.of(
                        input.name(),
                        input.table(),
                        input.read(),
                        input.lookback(),
                        input.lookahead(),
                        input.ignoreChanges())));
    return parts;
  }
}
