package org.assize.contract.change;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.YamlFile;

/** Holds a contract's version to what changed in it. */
public final class VersionPolicy {

  private static final List<String> LEAVING = List.of("deprecated", "retired", "draft", "proposed");

  private final Path workspaceRoot;
  private final Problems problems;

  /** Checks against the files of a workspace, which say where a version stands. */
  public VersionPolicy(Path workspaceRoot, Problems problems) {
    this.workspaceRoot = workspaceRoot;
    this.problems = problems;
  }

  /**
   * Adds a problem where a table is gone that was not announced as going, or where a version is too
   * low: a breaking change needs a new major version, a compatible one at least a new minor, other
   * words none; and no version goes back. What was a draft promised nothing and may change at will.
   */
  public void check(TableChange change) {
    Optional<DataContract> before = change.before();
    Optional<DataContract> after = change.after();
    if (before.isPresent() && after.isEmpty()) {
      gone(before.get());
    } else if (before.isPresent() && ContractChanges.promises(before.get())) {
      version(before.get(), after.orElseThrow(), change);
    }
  }

  private void gone(DataContract before) {
    if (LEAVING.contains(before.status())) {
      return;
    }
    problems.add(
        ErrorCode.REMOVED_TOO_EARLY,
        before.place().atLine(0),
        "The contract of `"
            + before.name()
            + "` is gone, and its status was "
            + before.status()
            + ".",
        "Its readers had no time to leave.",
        "Bring it back with `status: deprecated` and a new minor version; remove it when that has"
            + " been published.");
  }

  private void version(DataContract before, DataContract after, TableChange change) {
    Optional<Version> was = Version.of(before.version());
    Optional<Version> is = Version.of(after.version());
    if (was.isEmpty() || is.isEmpty()) {
      return;
    }
    Version least = was.get().after(change.impact());
    if (is.get().compareTo(least) < 0) {
      problems.add(
          ErrorCode.VERSION_TOO_LOW,
          place(after),
          "`version: "
              + after.version()
              + "` follows "
              + before.version()
              + following(is.get(), was.get(), change),
          change.of(change.impact()).stream()
              .limit(3)
              .map(Change::what)
              .collect(Collectors.joining("; ", "", ".")),
          "Write version: "
              + least
              + " or later, or undo the change"
              + (change.impact() == Impact.BREAKING
                  ? ", or leave this contract alone and put the new one beside it as `"
                      + beside(after, least)
                      + "`."
                  : "."));
    }
  }

  /** Name under which a new version stands beside the old one until its readers have moved. */
  private static String beside(DataContract contract, Version next) {
    return contract.name().table().replaceFirst("_v[0-9]+$", "") + "_v" + next.major();
  }

  private static String following(Version is, Version was, TableChange change) {
    return is.compareTo(was) < 0
        ? " and is lower."
        : " with a " + change.impact().word() + " change.";
  }

  private Place place(DataContract contract) {
    Path file = workspaceRoot.resolve(contract.place().file());
    return YamlFile.read(file, contract.place().file(), new Problems())
        .map(written -> written.placeOf("version"))
        .orElse(contract.place());
  }
}
