package org.assize.contract.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assize.contract.Action;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.QualityRule;
import org.assize.contract.Relationship;
import org.assize.contract.RuleTerms;
import org.assize.contract.problem.Place;

/**
 * What differs in the rules of a table. A rule that keeps rows out, or holds the table, is a
 * promise to readers; one that warns is none.
 */
final class RuleChanges {

  private final Found found;

  RuleChanges(Found found) {
    this.found = found;
  }

  void compare(DataContract before, DataContract after) {
    Map<String, Written> was = rules(before);
    Map<String, Written> is = rules(after);
    was.forEach(
        (id, rule) -> {
          boolean columnStays = rule.column().isEmpty() || after.column(rule.column()).isPresent();
          if (is.containsKey(id)) {
            one(rule.rule(), is.get(id).rule());
          } else if (columnStays) {
            found.add(
                promises(rule.rule()) ? Impact.BREAKING : Impact.COMPATIBLE,
                after.place(),
                "rule `" + id + "` removed");
          }
        });
    implied(before, after);
    keys(before, after);
    is.forEach(
        (id, rule) -> {
          if (!was.containsKey(id)) {
            found.add(Impact.COMPATIBLE, rule.rule().place(), "rule `" + id + "` added");
          }
        });
  }

  /** Foreign keys: readers join on them. */
  private void keys(DataContract before, DataContract after) {
    Map<String, Place> was = keys(before);
    Map<String, Place> is = keys(after);
    was.forEach(
        (key, place) -> {
          if (!is.containsKey(key)) {
            found.add(Impact.BREAKING, after.place(), key + " is no longer checked");
          }
        });
    is.forEach(
        (key, place) -> {
          if (!was.containsKey(key)) {
            found.add(Impact.COMPATIBLE, place, key + " is now checked");
          }
        });
  }

  /** Each in words; those of columns that are gone are gone with them. */
  private static Map<String, Place> keys(DataContract contract) {
    List<Relationship> all = new ArrayList<>(contract.relationships());
    contract.columns().forEach(column -> all.addAll(column.relationships()));
    Map<String, Place> keys = new TreeMap<>();
    for (Relationship key : all) {
      keys.put(
          "that `"
              + String.join("`, `", key.from())
              + "` stands in "
              + key.domain()
              + "/"
              + key.table()
              + " as `"
              + String.join("`, `", key.to())
              + "`",
          key.place());
    }
    return keys;
  }

  /** Rules that columns imply: what they test is compared with the columns. */
  private void implied(DataContract before, DataContract after) {
    Map<String, RuleTerms> was = terms(before);
    Map<String, RuleTerms> is = terms(after);
    Set<String> all = new TreeSet<>(was.keySet());
    all.addAll(is.keySet());
    for (String rule : all) {
      RuleTerms old = was.getOrDefault(rule, RuleTerms.NONE);
      RuleTerms now = is.getOrDefault(rule, RuleTerms.NONE);
      boolean weaker = !onlyWarns(old) && onlyWarns(now);
      found.differ(
          weaker ? Impact.BREAKING : Impact.COMPATIBLE,
          old,
          now,
          after.place(),
          "rule `"
              + rule
              + (weaker ? "` now only warns" : "` does another thing when it is broken"));
    }
  }

  private static boolean onlyWarns(RuleTerms terms) {
    return terms.action().filter(Action.WARN::equals).isPresent();
  }

  private static Map<String, RuleTerms> terms(DataContract contract) {
    Map<String, RuleTerms> terms = new TreeMap<>();
    contract.promises().forEach(promise -> terms.put(promise.rule(), promise.terms()));
    return terms;
  }

  /** A rule with the top-level column at which it stands; empty for a rule of the table. */
  private record Written(QualityRule rule, String column) {}

  private void one(QualityRule before, QualityRule after) {
    String rule = "rule `" + after.id() + "`";
    if (promises(before) && !promises(after)) {
      found.add(Impact.BREAKING, after.place(), rule + " now only warns");
    } else if (!promises(before) && promises(after)) {
      found.add(Impact.COMPATIBLE, after.place(), rule + " is now kept by every row");
    } else {
      found.differ(
          Impact.COMPATIBLE,
          effect(before),
          effect(after),
          after.place(),
          rule + " does another thing when it is broken");
    }
    boolean narrower = isNarrower(before, after);
    found.differ(
        promises(before) && promises(after) && !narrower ? Impact.BREAKING : Impact.COMPATIBLE,
        condition(before),
        condition(after),
        after.place(),
        rule + (narrower ? " admits fewer values" : " changed and may admit other values"));
    found.differ(
        Impact.DOCUMENTATION,
        List.of(before.description(), before.dimension()),
        List.of(after.description(), after.dimension()),
        after.place(),
        "the words of " + rule + " changed");
  }

  private static List<Object> effect(QualityRule rule) {
    return List.of(
        rule.severity(),
        rule.terms().action(),
        rule.terms().warnAt(),
        rule.terms().failAt(),
        rule.terms().exemption());
  }

  private static boolean promises(QualityRule rule) {
    boolean warns =
        rule.terms()
            .action()
            .map(action -> action == Action.WARN)
            .orElse(List.of("info", "warning").contains(rule.severity().orElse("error")));
    return !warns && !rule.type().equals("text");
  }

  /** Only a list of values can be compared: fewer values, and nothing else changed. */
  private static boolean isNarrower(QualityRule before, QualityRule after) {
    return !after.validValues().isEmpty()
        && before.validValues().containsAll(after.validValues())
        && rest(before).equals(rest(after));
  }

  private static List<Object> condition(QualityRule rule) {
    return List.of(rule.validValues(), rest(rule));
  }

  private static List<Object> rest(QualityRule rule) {
    return List.of(
        rule.type(),
        rule.metric(),
        rule.operator(),
        rule.thresholds(),
        rule.percent(),
        rule.missingValues(),
        rule.pattern(),
        rule.properties(),
        rule.implementation(),
        rule.query(),
        rule.measure(),
        rule.terms().where(),
        rule.terms().nullFails());
  }

  private static Map<String, Written> rules(DataContract contract) {
    Map<String, Written> rules = new TreeMap<>();
    add(contract.quality(), "", rules);
    contract.columns().forEach(column -> add(column, column.name(), rules));
    return rules;
  }

  private static void add(Column column, String top, Map<String, Written> rules) {
    add(column.quality(), top, rules);
    column.properties().forEach(field -> add(field, top, rules));
    column.items().ifPresent(element -> add(element, top, rules));
  }

  private static void add(Collection<QualityRule> written, String top, Map<String, Written> rules) {
    for (QualityRule rule : written) {
      if (!rule.id().isEmpty()) {
        rules.put(rule.id(), new Written(rule, top));
      }
    }
  }
}
