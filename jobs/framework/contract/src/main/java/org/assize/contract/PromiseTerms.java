package org.assize.contract;

import org.assize.contract.problem.Place;

/**
 * Terms of a rule that a column implies and nobody wrote, such as {@code latitude_range}.
 *
 * @param rule its id
 */
public record PromiseTerms(String rule, RuleTerms terms, Place place) {}
