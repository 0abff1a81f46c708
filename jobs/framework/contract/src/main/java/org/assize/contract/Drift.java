package org.assize.contract;

/** What happens in the curated table when a delivery's columns differ from the contract. */
public enum Drift {
  /** A missing column refuses the rows of its file; an unknown one only warns. */
  QUARANTINE,
  /** Any difference holds the batch. */
  FREEZE
}
