package org.assize.airflow.client;

import static org.assize.airflow.client.Answers.each;
import static org.assize.airflow.client.Answers.required;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assize.airflow.client.Pool.Deferred;
import org.assize.airflow.client.generated.ApiException;
import org.assize.airflow.client.generated.model.PoolAnswer;
import org.assize.airflow.client.generated.model.PoolBody;
import org.assize.airflow.client.generated.model.PoolPatch;

/** The pools of a server. A task whose pool does not exist is never begun. */
public final class Pools {

  private static final List<String> ORDER = List.of("name");

  private final Exchange exchange;

  Pools(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Every pool, by name. */
  public List<Pool> all() {
    return exchange.all(
        Ask.repeatable("list the pools"),
        (api, offset) -> {
          var page = required(api.listPools(Page.SIZE, offset, ORDER), "body");
          return new Page<>(each(page.getPools(), "pools", Pools::pool), page.getTotalEntries());
        });
  }

  /** A pool, or nothing where there is none of this name. */
  public Optional<Pool> find(String name) {
    return exchange.find(
        Ask.repeatable("show pool " + name), api -> pool(required(api.pool(name), "body")));
  }

  /** Makes a pool whose slots deferred tasks do not take; a conflict where one has the name. */
  public Pool create(String name, int slots, String description) {
    var body =
        new PoolBody().name(name).slots(slots).description(description).includeDeferred(false);
    return exchange.ask(
        Ask.once("make pool " + name), api -> pool(required(api.createPool(body), "body")));
  }

  /** Changes slots and description of a pool; whether deferred tasks take slots stays. */
  public Pool change(Pool pool, int slots, String description) {
    // The server needs every key, whatever its document says.
    var patch =
        new PoolPatch()
            .pool(pool.name())
            .slots(slots)
            .description(description)
            .includeDeferred(pool.deferred() == Deferred.TAKES_SLOTS);
    return exchange.ask(
        Ask.repeatable("change pool " + pool.name()),
        api -> pool(required(api.patchPool(pool.name(), patch), "body")));
  }

  private static Pool pool(PoolAnswer pool) throws ApiException {
    return new Pool(
        required(pool.getName(), "name"),
        required(pool.getSlots(), "slots"),
        Objects.requireNonNullElse(pool.getDescription(), ""),
        required(pool.getIncludeDeferred(), "include_deferred")
            ? Deferred.TAKES_SLOTS
            : Deferred.TAKES_NONE,
        required(pool.getOccupiedSlots(), "occupied_slots"),
        required(pool.getRunningSlots(), "running_slots"),
        required(pool.getQueuedSlots(), "queued_slots"),
        required(pool.getScheduledSlots(), "scheduled_slots"),
        required(pool.getOpenSlots(), "open_slots"));
  }
}
