package org.assize.contract.standard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assize.contract.LogicalType;
import org.assize.contract.yaml.Mapping;

/**
 * What every column of one meaning promises, out of {@code <name>.yaml}.
 *
 * @param name the word by which a column refers to it
 * @param written the file, each value with its place
 * @param form what a whole value matches, where the standard says so; a Java regular expression
 */
public record ColumnStandard(
    String name, Mapping written, LogicalType logicalType, Optional<Pattern> form) {

  /** Checks as written, in order; {@code {column}} stands for the column. */
  public List<Mapping> checks() {
    return written.mappings("checks");
  }

  /** Whether a column of that name is likely to be meant: by its whole name, or by its end. */
  public boolean looksLike(String column) {
    return isNamed(column, name)
        || written.texts("aliases").stream().anyMatch(a -> isNamed(column, a));
  }

  private static boolean isNamed(String column, String alias) {
    return column.equals(alias) || column.endsWith("_" + alias);
  }
}
