package org.assize.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.assize.core.SubmitSettings;
import org.junit.jupiter.api.Test;

class SubmitWordsTest {

  @Test
  void in_one_process_the_driver_alone_has_the_class_path_of_the_release() {
    assertThat(words("local[4]", Map.of("spark.sql.shuffle.partitions", "8")))
        .isEqualTo(
            "--master local[4] --deploy-mode client --class org.assize.cli.Main"
                + " --driver-class-path /opt/assize/lib/*"
                + " --driver-java-options @/opt/assize/lib/jvm.options"
                + " --conf spark.driver.memory=2g --conf spark.sql.shuffle.partitions=8"
                + " spark-internal");
  }

  @Test
  void executors_elsewhere_have_it_too_and_settings_stand_in_their_order() {
    assertThat(words("yarn", Map.of("spark.executor.cores", "4", "spark.driver.memory", "8g")))
        .endsWith(
            " --conf spark.driver.memory=8g --conf spark.executor.cores=4"
                + " --conf spark.executor.extraClassPath=/opt/assize/lib/*"
                + " --conf spark.executor.extraJavaOptions=-Dfile.encoding=UTF-8"
                + " -Duser.language=en -Duser.timezone=UTC spark-internal");
  }

  private static String words(String master, Map<String, String> conf) {
    return String.join(
        " ", SubmitWords.of(new SubmitSettings(master, "/opt/assize/", new TreeMap<>(conf))));
  }
}
