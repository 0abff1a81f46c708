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
  void neighbouring_ranges_and_small_files_share_a_task() {
    RawPlan plan =
        plan(
            file("a", new Range(3, 8 * MIB), new Range(8 * MIB + 1, 16 * MIB)),
            file("b", new Range(0, MIB)),
            file("c"));

    assertThat(slices(plan, 2)).containsExactly(List.of("a 3 " + 16 * MIB, "b 0 " + MIB));
  }

  @Test
  void every_core_has_the_same_share_of_a_large_file() {
    Range[] ranges = new Range[50];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = new Range(i * 8 * MIB, (i + 1) * 8 * MIB);
    }

    assertThat(plan(file("a", ranges)).partitions(2))
        .hasSize(8)
        .allSatisfy(
            task ->
                assertThat(task.slices().get(0).range().length()).isBetween(48 * MIB, 56 * MIB));
    assertThat(plan(file("a", ranges)).partitions(500)).hasSize(25);
  }

  @Test
  void a_range_larger_than_a_task_is_one_task() {
    RawPlan plan = plan(file("a", new Range(0, 100 * MIB)), file("b", new Range(0, 20 * MIB)));

    assertThat(slices(plan, 1))
        .containsExactly(List.of("a 0 " + 100 * MIB), List.of("b 0 " + 20 * MIB));
  }

  private static List<List<String>> slices(RawPlan plan, int cores) {
    return plan.partitions(cores).stream()
        .map(
            task ->
                task.slices().stream()
                    .map(s -> s.file().name() + " " + s.range().start() + " " + s.range().end())
                    .toList())
        .toList();
  }

  private static RawPlan plan(RawFile... files) {
    return new RawPlan(Format.CSV, ';', 5, "b", List.of(files));
  }

  private static RawFile file(String name, Range... ranges) {
    return new RawFile("file:/" + name, name, 1, 2, "ab", "h", "{}", List.of(ranges), 3);
  }
}
