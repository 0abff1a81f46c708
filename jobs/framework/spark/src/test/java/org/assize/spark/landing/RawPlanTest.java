package org.assize.spark.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assize.contract.Format;
import org.junit.jupiter.api.Test;

class RawPlanTest {

  private static final long MIB = 1 << 20;

  @Test
  void a_plan_travels_as_json() {
    RawPlan plan = plan(file("a", new Range(3, 9)), file("b"));

    assertThat(RawPlan.fromJson(plan.toJson())).isEqualTo(plan);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RawPlan.fromJson("{\"x\":1}"))
        .withMessage("The option `plan` is not one of RawFrame's.");
  }

  @Test
  void ranges_share_a_task_until_they_are_as_large_as_one() {
    RawPlan plan =
        plan(
            file("a", new Range(0, 64 * MIB), new Range(64 * MIB, 100 * MIB)),
            file("b", new Range(0, 20 * MIB)),
            file("c", new Range(0, 20 * MIB)),
            file("d"),
            file("e", new Range(0, 90 * MIB)));

    assertThat(plan.partitions())
        .extracting(partition -> partition.slices().stream().map(s -> s.file().name()).toList())
        .containsExactly(List.of("a"), List.of("a", "b"), List.of("c"), List.of("e"));
    assertThat(plan.partitions())
        .flatExtracting(RawPartition::slices)
        .allMatch(slice -> slice.file().ranges().isEmpty());
  }

  private static RawPlan plan(RawFile... files) {
    return new RawPlan(Format.CSV, ';', 5, "b", List.of(files));
  }

  private static RawFile file(String name, Range... ranges) {
    return new RawFile("file:/" + name, name, 1, 2, "ab", "h", "{}", List.of(ranges), 3);
  }
}
