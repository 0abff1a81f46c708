package org.assize.core.testcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assize.contract.Source;

/** Where files of a source lie below the landing folder. */
record LandingPaths(Source source) {

  private static final Pattern WILD = Pattern.compile("\\*|\\{([a-z][a-z0-9_]*)}");

  /** A path for the only file: a day in the place of each placeholder. */
  String ofDay(LocalDate day) {
    return WILD.matcher(source.files())
        .replaceAll(wild -> wild.group(1) == null ? "case" : day.toString());
  }

  /**
   * The whole path of a file.
   *
   * @param path with the folders that every file of the source lies below, or without them
   */
  Optional<String> whole(String path) {
    Pattern pattern = pattern();
    return List.of(path, fixed() + path).stream()
        .filter(candidate -> pattern.matcher(candidate).matches())
        .findFirst();
  }

  /**
   * The folders that every file lies below, with a slash behind them; empty where there is none.
   */
  String fixed() {
    List<String> fixed = new ArrayList<>();
    List<String> names = Arrays.asList(source.files().split("/"));
    for (String name : names.subList(0, names.size() - 1)) {
      if (WILD.matcher(name).find()) {
        break;
      }
      fixed.add(name);
    }
    return fixed.isEmpty() ? "" : String.join("/", fixed) + "/";
  }

  private Pattern pattern() {
    var regex = new StringBuilder();
    Set<String> seen = new HashSet<>();
    Matcher wild = WILD.matcher(source.files());
    int from = 0;
    while (wild.find()) {
      regex.append(Pattern.quote(source.files().substring(from, wild.start())));
      String placeholder = wild.group(1);
      if (placeholder == null) {
        regex.append("[^/]*");
      } else {
        String group = "g" + placeholder.replace("_", "0");
        regex.append(seen.add(placeholder) ? "(?<" + group + ">[^/]+?)" : "\\k<" + group + ">");
      }
      from = wild.end();
    }
    return Pattern.compile(regex + Pattern.quote(source.files().substring(from)));
  }
}
