package org.assize.core.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assize.core.TableOutcome.Status.COMMITTED;
import static org.assize.core.TableOutcome.Status.FAILED;
import static org.assize.core.TableOutcome.Status.HELD;
import static org.assize.core.TableOutcome.Status.SKIPPED;
import static org.assize.core.TableOutcome.Status.UP_TO_DATE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.assize.core.incident.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletenessTest {

  private static final int SALE = 1;
  private static final int TAKINGS = 2;

  @TempDir private Path root;

  @Test
  void a_table_is_complete_through_the_time_of_its_newest_good_run() throws IOException {
    Shop shop = shop().ran("2026-11-22T09:30:00Z", COMMITTED, COMMITTED, UP_TO_DATE);

    Completeness takings = shop.completeness(TAKINGS);

    assertThat(takings.through()).contains(Instant.parse("2026-11-22T05:00:00Z"));
    assertThat(takings.interval())
        .hasToString("Optional[2026-11-21T05:00:00Z/2026-11-22T05:00:00Z]");
    assertThat(takings.isFinal()).isTrue();
    assertThat(shop().completeness(SALE).through()).isEmpty();
    assertThat(shop().completeness(SALE).isFinal()).isFalse();
  }

  @Test
  void a_table_is_no_more_complete_than_what_it_reads() throws IOException {
    Shop shop =
        shop()
            .ran("2026-11-22T05:00:10Z", COMMITTED, COMMITTED, COMMITTED)
            .ran("2026-11-23T05:00:10Z", COMMITTED, FAILED, UP_TO_DATE);

    assertThat(shop.completeness(TAKINGS).through())
        .contains(Instant.parse("2026-11-22T05:00:00Z"));
  }

  @Test
  void what_is_held_is_not_complete_although_later_batches_went_in() throws IOException {
    Shop shop =
        shop()
            .ran("2026-11-21T05:00:10Z", COMMITTED, COMMITTED, COMMITTED)
            .ran("2026-11-22T05:00:10Z", COMMITTED, HELD, SKIPPED)
            .ran("2026-11-23T05:00:10Z", COMMITTED, COMMITTED, COMMITTED)
            .holds(SALE, "2026-11-22T05:00:10Z");

    Completeness takings = shop.completeness(TAKINGS);

    assertThat(takings.through()).contains(Instant.parse("2026-11-21T05:00:00Z"));
    assertThat(takings.provisional()).containsExactly("shop_curated.sale is provisional");
    assertThat(shop.completeness(SALE).provisional()).containsExactly("a batch is held");
  }

  @Test
  void undecided_rows_make_a_table_provisional() throws IOException {
    Shop shop =
        shop().ran("2026-11-23T05:00:10Z", COMMITTED, COMMITTED, COMMITTED).refuses(SALE, 3);

    assertThat(shop.completeness(SALE).provisional()).containsExactly("refused rows are undecided");
    assertThat(shop.completeness(TAKINGS).isFinal()).isFalse();
  }

  private Shop shop() throws IOException {
    return new Shop(root, "");
  }
}
