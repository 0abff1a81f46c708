package org.assize.cli.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Tests the machine, and the folders of a workspace. Leaves nothing behind. */
public final class Doctor {

  private final Clock clock;

  /** A doctor who compares a clock with the times of files. */
  public Doctor(Clock clock) {
    this.clock = clock;
  }

  /** Tests that need no workspace. */
  public List<Finding> examineMachine() {
    return List.of(
        MachineTests.java(Runtime.version().feature()),
        MachineTests.memory(Runtime.getRuntime().maxMemory()),
        MachineTests.processors(Runtime.getRuntime().availableProcessors()));
  }

  /**
   * Tests the folders that runs read and write, on a local disk.
   *
   * @param warehouse root of the tables; its nearest existing parent is tested where it is new
   * @param landing root of the deliveries
   */
  public List<Finding> examineFolders(Path warehouse, Path landing) {
    List<Finding> findings = new ArrayList<>();
    findings.add(FolderTests.readable("landing", landing));
    Path base = FolderTests.nearestExisting(warehouse);
    Finding writable = FolderTests.writable("warehouse", base);
    findings.add(writable);
    if (writable.level() == Finding.Level.FINE) {
      findings.add(FolderTests.links("hard links", base));
      findings.add(FolderTests.space("disk", base));
      findings.add(FolderTests.clock("clock", base, clock));
    }
    return findings;
  }
}
