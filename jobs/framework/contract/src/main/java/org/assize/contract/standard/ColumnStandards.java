package org.assize.contract.standard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.YamlFile;

/**
 * The standards that the columns of a workspace can follow: those that Assize brings along, and the
 * workspace's own out of {@code schemas/_standards}, each name once.
 */
public final class ColumnStandards {

  /** What a column refers to that looks like one of a standard and is none. */
  public static final String NONE = "none";

  private static final String FOLDER = "schemas/_standards";
  private static final String ENDING = ".yaml";
  private static final List<String> SHIPPED =
      List.of(
          "asn",
          "crn",
          "cro",
          "nomis",
          "offence_code",
          "ou_code",
          "pnc",
          "police_force",
          "postcode",
          "ptiurn",
          "region");

  private final Map<String, ColumnStandard> byName;

  private ColumnStandards(Map<String, ColumnStandard> byName) {
    this.byName = byName;
  }

  /** Those that Assize brings along. */
  public static ColumnStandards shipped() {
    return Shipped.ALL;
  }

  /**
   * The standards of a workspace. Every fault of its own files becomes a problem; a name that
   * Assize uses already is one too, since the two would differ without anybody seeing it.
   */
  public static ColumnStandards of(Path workspaceRoot, Problems problems) {
    Map<String, ColumnStandard> all = new TreeMap<>(shipped().byName);
    for (Path file : files(workspaceRoot.resolve(FOLDER), problems)) {
      String shown = FOLDER + "/" + file.getFileName();
      String name = String.valueOf(file.getFileName()).replaceAll("\\.ya?ml$", "");
      var place = new Place(shown, 0);
      Optional<Mapping> written = YamlFile.read(file, shown, problems);
      Optional<ColumnStandard> read =
          written.flatMap(w -> new StandardFile(name, place, problems).read(w));
      if (shipped().find(name).isPresent()) {
        problems.add(
            ErrorCode.DUPLICATE_ID,
            place,
            "Assize brings a standard `" + name + "` along.",
            "A column would follow one of the two, and nobody could see which.",
            "Give this one another name.");
      } else {
        read.ifPresent(standard -> all.put(name, standard));
      }
    }
    return new ColumnStandards(all);
  }

  private static List<Path> files(Path folder, Problems problems) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
      for (Path file : List.copyOf(all)) {
        if (!file.toString().endsWith(ENDING)) {
          all.remove(file);
          problems.add(
              ErrorCode.WORKSPACE_INVALID,
              new Place(FOLDER + "/" + file.getFileName(), 0),
              "Nothing reads this file.",
              "Standards are called <name>" + ENDING + ".",
              "Rename or move it.");
        }
      }
      return all;
    } catch (IOException unreadable) {
      problems.add(
          ErrorCode.WORKSPACE_INVALID,
          new Place(FOLDER, 0),
          "The folder of column standards cannot be read.",
          "The system says: " + unreadable.getClass().getSimpleName() + ".",
          "");
      return List.of();
    }
  }

  /** The standard of a name. */
  public Optional<ColumnStandard> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All of them, by name. */
  public Collection<ColumnStandard> all() {
    return byName.values();
  }

  /** Their names, in order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The standard that a column's name reminds of; of several the one with the longest name. */
  public Optional<ColumnStandard> likely(String column) {
    return all().stream()
        .filter(standard -> standard.looksLike(column))
        .max(Comparator.comparingInt(standard -> standard.name().length()));
  }

  /** Read when first asked for. */
  private static final class Shipped {
    private static final ColumnStandards ALL = read();

    private static ColumnStandards read() {
      var problems = new Problems();
      Map<String, ColumnStandard> all = new TreeMap<>();
      for (String name : SHIPPED) {
        String shown = "assize:standard/" + name + ENDING;
        Mapping written = YamlFile.resource(ColumnStandards.class, name + ENDING, shown);
        new StandardFile(name, written.place(), problems)
            .read(written)
            .ifPresent(standard -> all.put(name, standard));
      }
      problems.throwIfAny();
      return new ColumnStandards(all);
    }
  }
}
