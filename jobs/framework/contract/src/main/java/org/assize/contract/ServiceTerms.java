package org.assize.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a contract promises of the service around its table, as far as something judges it.
 *
 * @param support where people ask and are told
 * @param latency how long after its time the table may be done
 * @param frequency longest time between two deliveries
 * @param deliveries when deliveries are expected, in the zone of the schedule
 * @param repair how long a hold may wait before it is told once more
 * @param errorRate rows in a hundred that a run may refuse before it is told
 */
public record ServiceTerms(
    List<SupportChannel> support,
    Optional<Duration> latency,
    Optional<Duration> frequency,
    Optional<Cron> deliveries,
    Optional<Duration> repair,
    Optional<BigDecimal> errorRate) {

  /** Nothing promised. */
  public static final ServiceTerms NONE =
      new ServiceTerms(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public ServiceTerms {
    support = List.copyOf(support);
  }
}
