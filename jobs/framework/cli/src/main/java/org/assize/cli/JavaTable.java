package org.assize.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assize.cli.draft.Draft;
import org.assize.cli.draft.JavaDrafter;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.core.Workspace;

/** A new table that a class computes out of another table, and the files that it needs. */
record JavaTable(Path root, String table, JavaDrafter drafter) {

  private static final Pattern SELECTOR = Pattern.compile("[a-z][a-z0-9_]*/[a-z][a-z0-9_]*");

  /**
   * A new table of a workspace.
   *
   * @param read selector of the table that its class reads
   */
  static JavaTable of(Workspace workspace, Optional<String> name, String read) {
    String table =
        name.filter(given -> SELECTOR.matcher(given).matches())
            .orElseThrow(
                () ->
                    refused(
                        "The new table has no name, or none of a table.",
                        "Write domain/table in small letters, digits and underscores."));
    List<String> known =
        workspace.contracts().stream().map(contract -> contract.name().selector()).toList();
    DataContract input =
        workspace.contracts().stream()
            .filter(contract -> contract.name().selector().equals(read))
            .findFirst()
            .orElseThrow(
                () -> refused("No table is called `" + read + "`.", Nearest.hint(read, known)));
    String[] parts = table.split("/", 2);
    return new JavaTable(workspace.root(), table, new JavaDrafter(parts[0], parts[1], input));
  }

  Draft draft() {
    return drafter.draft();
  }

  /** The contract, below the workspace. */
  String contract() {
    return "schemas/" + table + ".odcs.yaml";
  }

  /** Writes every file, the module's only where there is none yet; their paths. */
  List<String> write() throws IOException {
    Map<String, String> files = new LinkedHashMap<>(drafter.files());
    if (Files.exists(root.resolve(drafter.module()))) {
      files.remove(drafter.module());
    }
    files.put(contract(), draft().yaml());
    List<String> taken =
        files.keySet().stream().filter(file -> Files.exists(root.resolve(file))).toList();
    if (!taken.isEmpty()) {
      throw refused(
          "Already there: " + String.join(", ", taken) + ".",
          "A draft overwrites nothing: choose another name.");
    }
    List<String> written = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = root.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.writeString(target, file.getValue(), StandardOpenOption.CREATE_NEW);
      written.add(file.getKey());
    }
    return written;
  }

  private static PlatformException refused(String what, String mend) {
    return PlatformException.of(ErrorCode.USAGE, what, "", mend);
  }
}
