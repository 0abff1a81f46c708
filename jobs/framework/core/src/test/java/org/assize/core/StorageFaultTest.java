package org.assize.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Problem;
import org.junit.jupiter.api.Test;

class StorageFaultTest {

  @Test
  void a_full_disk_is_told_however_deep_it_is_wrapped() {
    var thrown =
        new IllegalStateException(
            "Job aborted.", new RuntimeException(new IOException("No space left on device")));

    assertThat(code(thrown)).contains(ErrorCode.DISK_FULL);
  }

  @Test
  void what_may_not_be_written_is_no_permission() {
    assertThat(code(new AccessDeniedException("warehouse"))).contains(ErrorCode.NO_PERMISSION);
    assertThat(code(new IOException("a: Read-only file system"))).contains(ErrorCode.NO_PERMISSION);
    assertThat(code(new IOException("[DELTA_CANNOT_CREATE_LOG_PATH] Cannot create a")))
        .contains(ErrorCode.NO_PERMISSION);
  }

  @Test
  void anything_else_is_no_fault_of_the_storage() {
    assertThat(StorageFault.of(new IllegalStateException())).isEmpty();
  }

  private static Optional<ErrorCode> code(Throwable thrown) {
    return StorageFault.of(thrown).map(Problem::code);
  }
}
