package org.assize.spark.ledger;

import java.util.List;
import org.assize.core.incident.Notice;
import org.assize.core.incident.NoticeBook;

/** Who was told of which incident, as events of the ledger: durable when a call returns. */
public final class LedgerNotices implements NoticeBook {

  private final Ledger ledger;

  /** Notices in a workspace's ledger. */
  public LedgerNotices(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<Notice> told() {
    ledger.refresh();
    return ledger.notices().stream().map(event -> Json.read(event.detail(), Notice.class)).toList();
  }

  @Override
  public void write(List<Notice> notices) {
    ledger.note(
        notices.stream()
            .map(
                notice ->
                    LedgerEvent.of(
                        LedgerEvent.Kind.TOLD, "", "", "", notice.at(), Json.write(notice)))
            .toList());
    ledger.flush();
  }
}
