package org.assize.core;

import java.time.Instant;
import java.util.Collection;
import org.assize.contract.RuleTerms;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.rule.DatasetRule;
import org.assize.contract.rule.RowRule;
import org.assize.contract.rule.RuleSet;

/** Exemptions whose last day is over: the rule acts again, and the contract must say what holds. */
public final class Exemptions {

  private Exemptions() {}

  /** Reports those of some tables. */
  public static void expired(Collection<Definition> definitions, Instant now, Problems problems) {
    for (Definition definition : definitions) {
      if (definition instanceof Definition.Contracted table) {
        expired(table.rules(), now, problems);
      }
    }
  }

  private static void expired(RuleSet rules, Instant now, Problems problems) {
    for (RowRule rule : rules.rowRules()) {
      expired(rule.id(), rule.terms(), rule.place(), now, problems);
    }
    for (DatasetRule rule : rules.datasetRules()) {
      expired(rule.id(), rule.terms(), rule.place(), now, problems);
    }
  }

  private static void expired(
      String rule, RuleTerms terms, Place place, Instant now, Problems problems) {
    terms
        .exemption()
        .filter(exemption -> !exemption.lasts(now))
        .ifPresent(
            exemption ->
                problems.add(
                    ErrorCode.EXEMPTION_EXPIRED,
                    place,
                    "The exemption of rule `" + rule + "` ended on " + exemption.until() + ".",
                    "Since then the rule acts again.",
                    "Remove the exemption, or have " + exemption.approver() + " approve another."));
  }
}
