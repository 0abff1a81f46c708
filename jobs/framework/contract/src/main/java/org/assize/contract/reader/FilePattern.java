package org.assize.contract.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;

/** What {@code files} of a source may say. */
final class FilePattern {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private FilePattern() {}

  /** Adds a problem for everything that is wrong with the pattern. */
  static void check(String files, Place place, Problems problems) {
    for (String fault : faults(files)) {
      problems.add(
          ErrorCode.CONTRACT_INVALID,
          place,
          "`files: " + files + "` " + fault + ".",
          "",
          "Write a path below the landing folder, for example"
              + " supplier/table/{delivery_date}/*.csv.");
    }
  }

  private static List<String> faults(String files) {
    List<String> faults = new ArrayList<>();
    if (files.isBlank() || files.startsWith("/") || files.contains(":")) {
      faults.add("is not relative to the landing folder");
      return faults;
    }
    if (files.contains("\\")) {
      faults.add("has a backslash; folders are divided by `/`");
    }
    List<String> segments = List.of(files.split("/", -1));
    if (segments.contains("")) {
      faults.add("has an empty name between slashes");
    }
    if (segments.contains("..") || segments.contains(".")) {
      faults.add("steps out of its folder with `.` or `..`");
    }
    if (files.contains("**")) {
      faults.add("has `**`; one `*` stands for any part of one name");
    }
    if (files.matches(".*}\\*?\\{.*")) {
      faults.add("has two placeholders with nothing to tell them apart");
    }
    placeholders(files, faults);
    return faults;
  }

  private static void placeholders(String files, List<String> faults) {
    PLACEHOLDER
        .matcher(files)
        .results()
        .map(match -> match.group(1))
        .forEach(
            name -> {
              if (!NAME.matcher(name).matches()) {
                faults.add("has the placeholder {" + name + "}, which is not snake_case");
              }
            });
    String rest = PLACEHOLDER.matcher(files).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      faults.add("has a brace without its other half");
    }
  }
}
