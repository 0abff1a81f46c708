package org.assize.cli.doctor;

import org.assize.cli.text.Numbers;
import org.assize.contract.problem.ErrorCode;

/** Tests of what the process was given. */
final class MachineTests {

  private static final int JAVA = 17;
  private static final long ENOUGH_MEMORY = 1L << 30;

  private MachineTests() {}

  static Finding java(int feature) {
    return feature == JAVA
        ? Finding.fine("java", "Java " + feature + ".")
        : Finding.fault(
            "java",
            ErrorCode.WORKSPACE_INVALID,
            "Java " + feature + " is not what Spark 3.5 runs on.",
            "Install a JDK 17 and set JAVA_HOME to it.");
  }

  static Finding memory(long bytes) {
    String what = "At most " + Numbers.size(bytes) + " of memory for this process.";
    return bytes >= ENOUGH_MEMORY
        ? Finding.fine("memory", what)
        : Finding.doubt("memory", what, "Give it 1.5 GiB or more, for example ASSIZE_OPTS=-Xmx2g.");
  }

  static Finding processors(int count) {
    String what = Numbers.count(count, "processor") + ".";
    return count > 1
        ? Finding.fine("processors", what)
        : Finding.doubt("processors", what, "Two or more let tables be written at the same time.");
  }
}
