package org.assize.contract.problem;

import java.io.Serializable;

/**
 * Where in a file something stands.
 *
 * @param file path as the user knows it, relative to the workspace where possible; empty when the
 *     problem belongs to no file
 * @param line one-based line, 0 when unknown
 */
public record Place(String file, int line) implements Serializable {

  /** A problem that belongs to no file. */
  public static final Place NOWHERE = new Place("", 0);

  /** The same file at another line. */
  public Place atLine(int other) {
    return new Place(file, other);
  }

  @Override
  public String toString() {
    if (file.isEmpty()) {
      return "";
    }
    return line > 0 ? file + ":" + line : file;
  }
}
