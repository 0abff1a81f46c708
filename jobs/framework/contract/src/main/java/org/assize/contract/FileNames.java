package org.assize.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a source's files may have below the landing root: its pattern, cut at slashes. */
public record FileNames(List<Segment> segments) {

  private static final Pattern WILD = Pattern.compile("\\*|\\{([a-z][a-z0-9_]*)}");

  public FileNames {
    segments = List.copyOf(segments);
  }

  /** Those of a source. */
  public static FileNames of(Source source) {
    return new FileNames(
        Arrays.stream(source.files().split("/"))
            .filter(text -> !text.isEmpty())
            .map(Segment::of)
            .toList());
  }

  /** How many names a path has. */
  public int depth() {
    return segments.size();
  }

  /** The folders that every file of the source lies below. */
  public List<String> root() {
    return segments.subList(0, segments.size() - 1).stream()
        .takeWhile(Segment::isFixed)
        .map(Segment::text)
        .toList();
  }

  /** Whether a path below the landing root is one of them. */
  public boolean matches(String path) {
    String[] names = path.split("/", -1);
    Optional<SortedMap<String, String>> known = Optional.of(new TreeMap<>());
    for (int i = 0; i < names.length && names.length == depth(); i++) {
      Segment segment = segments.get(i);
      String name = names[i];
      known = known.flatMap(before -> segment.match(name, before));
    }
    return names.length == depth() && known.isPresent();
  }

  /**
   * One name of a path.
   *
   * @param placeholders the name of each group of the regex; empty for a star
   */
  public record Segment(String text, Pattern regex, List<String> placeholders) {

    private static Segment of(String text) {
      var regex = new StringBuilder();
      List<String> groups = new ArrayList<>();
      Matcher wild = WILD.matcher(text);
      int from = 0;
      while (wild.find()) {
        regex.append(Pattern.quote(text.substring(from, wild.start())));
        Optional<String> placeholder = Optional.ofNullable(wild.group(1));
        regex.append(placeholder.isPresent() ? "([^/]+?)" : "([^/]*)");
        groups.add(placeholder.orElse(""));
        from = wild.end();
      }
      regex.append(Pattern.quote(text.substring(from)));
      return new Segment(text, Pattern.compile(regex.toString()), List.copyOf(groups));
    }

    /** Whether it is always the same. */
    public boolean isFixed() {
      return placeholders.isEmpty();
    }

    /** The placeholders known so far and those of this name; empty where it does not match. */
    public Optional<SortedMap<String, String>> match(String name, SortedMap<String, String> known) {
      Matcher matcher = regex.matcher(name);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      SortedMap<String, String> all = new TreeMap<>(known);
      for (int group = 0; group < placeholders.size(); group++) {
        String placeholder = placeholders.get(group);
        String value = matcher.group(group + 1);
        if (!placeholder.isEmpty() && !value.equals(all.getOrDefault(placeholder, value))) {
          return Optional.empty();
        }
        if (!placeholder.isEmpty()) {
          all.put(placeholder, value);
        }
      }
      return Optional.of(all);
    }
  }
}
