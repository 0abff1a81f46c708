package org.assize.airflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.assize.airflow.DagFolder.Difference;
import org.assize.airflow.DagFolder.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DagFolderTest {

  private static final Map<String, String> ONE =
      Map.of("a.json", "{}", "a.py", DagFiles.MARK + "\n", "assize_dags/factory.py", "x = 1\n");

  @TempDir private Path folder;

  @Test
  void what_differs_is_written_and_then_nothing_differs() throws IOException {
    var dags = new DagFolder(folder.resolve("dags"));

    dags.apply(dags.differences(new TreeMap<>(ONE)));

    assertThat(folder.resolve("dags/assize_dags/factory.py")).hasContent("x = 1");
    assertThat(dags.differences(new TreeMap<>(ONE))).isEmpty();
    Files.writeString(folder.resolve("dags/a.json"), "{\"by\": \"hand\"}");
    assertThat(dags.differences(new TreeMap<>(ONE)))
        .containsExactly(new Difference(Kind.CHANGE, "a.json", "{}"));
  }

  @Test
  void a_pipeline_that_is_gone_goes_and_other_files_stay() throws IOException {
    var dags = new DagFolder(folder);
    dags.apply(dags.differences(new TreeMap<>(ONE)));
    Files.writeString(folder.resolve("own.py"), "# our own\n");
    Files.writeString(folder.resolve("own.json"), "{}");

    dags.apply(dags.differences(new TreeMap<>()));

    assertThat(folder.resolve("a.py")).doesNotExist();
    assertThat(folder.resolve("a.json")).doesNotExist();
    assertThat(folder.resolve("own.py")).exists();
    assertThat(folder.resolve("own.json")).exists();
  }
}
