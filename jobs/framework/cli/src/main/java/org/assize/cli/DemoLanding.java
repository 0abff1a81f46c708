package org.assize.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Workspace;
import org.assize.synthetic.Answer;
import org.assize.synthetic.DemoDeliveries;

/** The landing folder of a workspace while it belongs to the demo; a marker file says so. */
final class DemoLanding {

  private static final String MARKER = ".assize-demo";
  private static final String SAYS =
      "Made-up deliveries, written by `assize demo`. Delete this folder to be rid of them.\n";

  private final Path folder;

  private DemoLanding(Path folder) {
    this.folder = folder;
  }

  /**
   * The landing folder of a workspace; refused where it is not a local one, or holds others' files.
   */
  static DemoLanding of(Workspace workspace) throws IOException {
    URI landing = workspace.landing();
    if (!"file".equals(landing.getScheme())) {
      throw refused("Landing is " + landing + ".", "The demo writes to a local folder only.");
    }
    Path folder = Path.of(landing);
    if (Files.notExists(folder.resolve(MARKER)) && firstOf(folder).isPresent()) {
      throw refused(
          "The landing folder " + folder + " holds files that are not the demo's.",
          "Made-up rows must not get among real ones.");
    }
    return new DemoLanding(folder);
  }

  private static Optional<Path> firstOf(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findFirst();
    }
  }

  private static PlatformException refused(String what, String cause) {
    return PlatformException.of(
        ErrorCode.WORKSPACE_INVALID,
        what,
        cause,
        "Run the demo in a workspace, or an environment (--env), with an empty landing folder.");
  }

  /** Writes the deliveries; the same files each time. */
  Answer deliver() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(MARKER), SAYS);
    return DemoDeliveries.write(folder);
  }

  Path folder() {
    return folder;
  }
}
