package org.assize.contract;

/** Which rows a rule over many rows is about. */
public enum Scope {
  /** The accepted rows of the batch. */
  BATCH,
  /** Each interval that the batch changes, with the rows that stay in it. */
  INTERVAL,
  /** The table as it would be after the commit. */
  TABLE
}
