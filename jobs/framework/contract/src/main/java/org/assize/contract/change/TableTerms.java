package org.assize.contract.change;

import java.util.ArrayList;
import java.util.List;
import org.assize.contract.DataContract;
import org.assize.contract.Load;
import org.assize.contract.SourceUse;
import org.assize.contract.TransformSpec;
import org.assize.contract.problem.Place;

/** What differs in a table as a whole: its name, key, load, status, and how it is filled. */
final class TableTerms {

  private final Found found;

  TableTerms(Found found) {
    this.found = found;
  }

  void compare(DataContract before, DataContract after) {
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
    load(before.load(), after.load(), place);
    status(before, after);
    found.differ(
        Impact.COMPATIBLE,
        before.group(),
        after.group(),
        place,
        "it is committed together with other tables than before");
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

  private void load(Load before, Load after, Place place) {
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
    found.differ(
        Impact.COMPATIBLE,
        before.whenEmpty(),
        after.whenEmpty(),
        place,
        "`load.whenEmpty` changed");
  }

  private void status(DataContract before, DataContract after) {
    found.differ(
        Impact.COMPATIBLE,
        before.endOfSupport(),
        after.endOfSupport(),
        after.place(),
        "`endOfSupport` changed");
    boolean withdrawn = ContractChanges.promises(before) && !ContractChanges.promises(after);
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
