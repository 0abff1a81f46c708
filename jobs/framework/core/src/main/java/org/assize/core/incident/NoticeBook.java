package org.assize.core.incident;

import java.util.List;

/** Port: who was told of what, durably. */
public interface NoticeBook {

  /** Every notice that was told, oldest first. */
  List<Notice> told();

  /** Writes down that notices were told, all or none. */
  void write(List<Notice> notices);
}
