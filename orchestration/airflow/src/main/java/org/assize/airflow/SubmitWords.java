package org.assize.airflow;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assize.core.SubmitSettings;

/**
 * What stands between {@code spark-submit} and the words of the command line. The class path is the
 * release's own, so that what runs is what was tested, and nothing is copied at each start.
 */
final class SubmitWords {

  private SubmitWords() {}

  static List<String> of(SubmitSettings submit) {
    String lib = submit.home().replaceFirst("/+$", "") + "/lib";
    List<String> words =
        new ArrayList<>(
            List.of(
                "--master",
                submit.master(),
                // Another mode would lose the exit code.
                "--deploy-mode",
                "client",
                "--class",
                "org.assize.cli.Main",
                "--driver-class-path",
                lib + "/*",
                "--driver-java-options",
                "@" + lib + "/jvm.options"));
    SortedMap<String, String> conf = new TreeMap<>(submit.conf());
    // As much as the launcher gives.
    conf.putIfAbsent("spark.driver.memory", "2g");
    if (!submit.isInOneProcess()) {
      conf.put("spark.executor.extraClassPath", lib + "/*");
      conf.put(
          "spark.executor.extraJavaOptions",
          "-Dfile.encoding=UTF-8 -Duser.language=en -Duser.timezone=UTC");
    }
    conf.forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
    // Spark's word for "no file but the class path" (SparkLauncher.NO_RESOURCE).
    words.add("spark-internal");
    return words;
  }
}
