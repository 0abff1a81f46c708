package org.assize.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated page below {@code docs/reference}. */
final class ReferencePage {

  private static final String WRITE = "assize.reference.write";

  private ReferencePage() {}

  /** Compares a page with what it must say; writes it where the build was asked to. */
  static void isTrue(String name, String content) throws IOException {
    Path page = root().resolve("docs/reference").resolve(name);
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, content);
    }
    assertThat(page)
        .as("%s is generated: run this test with -D%s=true", page, WRITE)
        .exists()
        .hasContent(content);
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
