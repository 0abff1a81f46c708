package org.assize.contract;

import java.util.List;

/**
 * A condition over one row that a class of the domain decides.
 *
 * @param className class with a public constructor without arguments
 * @param columns the columns that it sees, each once
 */
public record JavaCondition(String className, List<String> columns) {

  public JavaCondition {
    columns = List.copyOf(columns);
  }
}
