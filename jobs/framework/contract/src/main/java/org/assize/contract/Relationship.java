package org.assize.contract;

import org.assize.contract.problem.Place;

/**
 * A foreign key of one column.
 *
 * @param domain domain of the parent
 * @param table parent table
 * @param column column of the parent
 */
public record Relationship(String domain, String table, String column, Place place) {}
