package org.assize.cli.draft;

/**
 * One column of a query's result.
 *
 * @param type Spark SQL type
 * @param nullable whether it may be NULL
 * @param grouped whether it is part of what the query groups by, all of which is in the result
 */
public record QueryColumn(String name, String type, boolean nullable, boolean grouped) {}
