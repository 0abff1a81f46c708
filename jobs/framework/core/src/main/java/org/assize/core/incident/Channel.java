package org.assize.core.incident;

/** Port: a way to tell people. */
public interface Channel {

  /**
   * Tells, and returns when the other side has taken it.
   *
   * @throws Undeliverable if it did not
   */
  void tell(Notice notice, NoticeText text) throws Undeliverable;

  /** Why nothing was told: one sentence without addresses, passwords and values. */
  final class Undeliverable extends Exception {

    private static final long serialVersionUID = 1;

    /** For a reason. */
    public Undeliverable(String reason) {
      super(reason);
    }

    /** The reason. */
    public String reason() {
      return String.valueOf(getMessage());
    }
  }
}
