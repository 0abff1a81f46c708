package org.assize.contract.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class PlatformExceptionTest {

  @Test
  void problems_survive_the_way_from_one_process_to_another() throws Exception {
    var problem =
        new Problem(ErrorCode.INPUT_CHANGED, new Place("a.csv", 3), "It changed.", "", "Wait.");

    PlatformException copy = copied(PlatformException.of(problem));

    assertThat(copy).hasMessage("a.csv:3: INPUT_CHANGED: It changed. Wait.");
    assertThat(copy.problems()).containsExactly(problem);
    assertThat(copy.type()).isEqualTo(ErrorType.FAILED);
  }

  private static PlatformException copied(PlatformException original)
      throws IOException, ClassNotFoundException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (PlatformException) in.readObject();
    }
  }
}
