package org.assize.contract;

/** What a broken rule does. */
public enum Action {
  /** Counted, without effect: what an exemption leaves. No contract writes it. */
  MEASURE,
  /** Counted and reported; rows and table go on. */
  WARN,
  /** The row goes to quarantine; the table goes on. Source-fed tables only. */
  QUARANTINE,
  /** The whole batch is held: nothing of it becomes visible. */
  HOLD
}
