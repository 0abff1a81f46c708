package org.assize.airflow.client;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The document that the client is generated from. */
final class OurDocument {

  private OurDocument() {}

  static ApiDocument read() {
    try {
      return new ApiDocument(
          new JsonMapper().readTree(Path.of("src/main/openapi/airflow.json").toFile()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
