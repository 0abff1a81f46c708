package org.assize.cli.suggest;

import java.util.Optional;

/**
 * One key to add to a contract.
 *
 * @param column the column; empty for the table
 * @param key key of the column, such as {@code required}; for the table, {@code quality}
 * @param yaml its value as YAML in one line; for the table, one rule
 */
public record Suggestion(Optional<String> column, String key, String yaml) {

  static Suggestion of(String column, String key, String yaml) {
    return new Suggestion(Optional.of(column), key, yaml);
  }
}
