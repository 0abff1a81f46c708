package org.assize.contract;

/** How a delivered file is read. */
public enum Format {
  /** Delimited text with a header line, quoted as in RFC 4180. */
  CSV,
  /** One JSON value a line. */
  JSONL,
  /** One JSON document a file. */
  JSON
}
