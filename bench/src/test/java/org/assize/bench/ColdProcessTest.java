package org.assize.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "Costs are read from Linux's /proc.")
class ColdProcessTest {

  @TempDir Path folder;

  @Test
  void a_busy_process_costs_cpu_and_a_sleeping_one_only_time() throws Exception {
    Cost busy = cost("i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done");
    Cost asleep = cost("sleep 0.4");

    assertThat(busy.cpu()).isBetween(Duration.ofMillis(50), busy.wall().multipliedBy(2));
    assertThat(asleep.cpu()).isLessThan(Duration.ofMillis(100));
    assertThat(asleep.wall()).isGreaterThan(Duration.ofMillis(390));
  }

  @Test
  void memory_is_the_most_that_was_held_not_the_last() throws Exception {
    Cost large = cost("x=$(head -c 60000000 /dev/zero | tr '\\0' x); x=; sleep 0.2");

    assertThat(large.peakMemory()).isGreaterThan(60_000_000L);
  }

  @Test
  void a_command_that_fails_stops_the_benchmark_with_what_it_said() {
    assertThatThrownBy(() -> cost("echo no disk; exit 3"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Exit code 3 of bash")
        .hasMessageContaining("no disk");
  }

  private Cost cost(String script) throws Exception {
    return ColdProcess.run(List.of("bash", "-c", script), folder, folder.resolve("log"));
  }
}
