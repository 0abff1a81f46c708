package org.assize.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assize.cli.doctor.Finding.Level;
import org.assize.contract.problem.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  @Test
  void another_java_than_17_is_a_fault() {
    assertThat(MachineTests.java(17).level()).isEqualTo(Level.FINE);
    assertThat(MachineTests.java(21).code()).contains(ErrorCode.WORKSPACE_INVALID);
  }

  @Test
  void little_memory_is_a_doubt_with_a_mend() {
    Finding finding = MachineTests.memory(512L << 20);

    assertThat(finding.level()).isEqualTo(Level.DOUBT);
    assertThat(finding.what()).isEqualTo("At most 512.0 MiB of memory for this process.");
    assertThat(finding.mend()).contains("ASSIZE_OPTS=-Xmx2g");
  }

  @Test
  void a_missing_landing_folder_is_an_input_that_is_not_ready(@TempDir Path folder) {
    assertThat(FolderTests.readable("landing", folder.resolve("nowhere")).code())
        .contains(ErrorCode.LANDING_MISSING);
  }

  @Test
  void a_landing_that_is_a_file_cannot_be_read_as_a_folder(@TempDir Path folder)
      throws IOException {
    Path file = Files.createFile(folder.resolve("landing"));

    assertThat(FolderTests.readable("landing", file).code()).contains(ErrorCode.NO_PERMISSION);
  }

  @Test
  void a_full_disk_is_a_fault_and_a_nearly_full_one_a_doubt() {
    assertThat(FolderTests.space("disk", 1L << 20).code()).contains(ErrorCode.DISK_FULL);
    assertThat(FolderTests.space("disk", 1L << 30).level()).isEqualTo(Level.DOUBT);
    assertThat(FolderTests.space("disk", 1L << 40).level()).isEqualTo(Level.FINE);
  }

  @Test
  void a_clock_that_disagrees_with_files_is_a_doubt(@TempDir Path folder) {
    Clock slow = Clock.fixed(Instant.now().minus(Duration.ofMinutes(190)), ZoneOffset.UTC);

    Finding finding = FolderTests.clock("clock", folder, slow);

    assertThat(finding.level()).isEqualTo(Level.DOUBT);
    assertThat(finding.what()).startsWith("The clock and the times of files are 3 h");
  }

  @Test
  void a_sound_workspace_has_no_faults_and_is_left_as_it_was(@TempDir Path folder)
      throws IOException {
    List<Finding> findings =
        new Doctor(Clock.systemUTC()).examineFolders(folder.resolve("new/warehouse"), folder);

    assertThat(findings).extracting(Finding::level).doesNotContain(Level.FAULT);
    assertThat(findings)
        .extracting(Finding::subject)
        .containsExactly("landing", "warehouse", "hard links", "disk", "clock");
    assertThat(folder).isEmptyDirectory();
  }
}
