package org.assize.contract.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads one YAML document; every fault becomes a problem with its line. */
public final class YamlFile {

  private static final int MOST_BYTES = 4 << 20;
  private static final int DEEPEST = 40;

  private YamlFile() {}

  /**
   * The mapping that a file holds; empty where it cannot be read, with the reason among the
   * problems.
   *
   * @param shown the file as messages name it
   */
  public static Optional<Mapping> read(Path file, String shown, Problems problems) {
    var place = new Place(shown, 0);
    try {
      if (Files.size(file) > MOST_BYTES) {
        syntax(problems, place, "The file is larger than 4 MiB.", "Split it: one table a file.");
        return Optional.empty();
      }
      return parse(decode(Files.readAllBytes(file)), place, problems);
    } catch (CharacterCodingException wrong) {
      syntax(problems, place, "The file is not UTF-8 text.", "Save it as UTF-8.");
    } catch (IOException unreadable) {
      problems.add(
          ErrorCode.NO_PERMISSION,
          place,
          "The file cannot be read.",
          "The system says: " + unreadable.getClass().getSimpleName() + ".",
          "Check that it exists and may be read.");
    }
    return Optional.empty();
  }

  /** The mapping in a document of this module's own resources. */
  public static Mapping resource(Class<?> beside, String name) {
    return resource(beside, name, name);
  }

  /**
   * The mapping in a document of this module's own resources.
   *
   * @param shown the document as messages name it
   */
  public static Mapping resource(Class<?> beside, String name, String shown) {
    try (InputStream stream = beside.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("Resource " + name + " is not in the jar");
      }
      var problems = new Problems();
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      Optional<Mapping> mapping = parse(text, new Place(shown, 0), problems);
      problems.throwIfAny();
      return mapping.orElseThrow();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Optional<Mapping> parse(String text, Place place, Problems problems) {
    try {
      Node root = compose(text);
      if (root == null) {
        syntax(problems, place.atLine(1), "The file is empty.", "");
        return Optional.empty();
      }
      return new Nodes(place, problems).mapping(root);
    } catch (MarkedYAMLException wrong) {
      String detail = wrong.getProblem() == null ? "" : " (" + wrong.getProblem() + ")";
      syntax(problems, place.atLine(line(wrong)), "This is not valid YAML" + detail + ".", "");
    } catch (YAMLException wrong) {
      syntax(
          problems,
          place,
          "This is not valid YAML (a character that text may not hold, or too deep or too many"
              + " aliases).",
          "");
    }
    return Optional.empty();
  }

  private static Node compose(String text) {
    var options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(Nodes.MOST_ALIASES);
    var reader = new StreamReader(new StringReader(text));
    return new Composer(new ParserImpl(reader, options), new NoGuessing(), options).getSingleNode();
  }

  private static int line(MarkedYAMLException wrong) {
    Mark mark = wrong.getProblemMark();
    return mark == null ? 0 : mark.getLine() + 1;
  }

  private static void syntax(Problems problems, Place place, String problem, String mend) {
    problems.add(ErrorCode.YAML_SYNTAX, place, problem, "", mend);
  }

  /** Leaves every plain scalar the text that it is: YAML 1.1 would read NO as false. */
  private static final class NoGuessing extends Resolver {
    @Override
    protected void addImplicitResolvers() {}
  }
}
