package org.assize.contract.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping.Entry;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Turns the parser's nodes into values: no aliases left, no duplicate keys, a bounded size. */
final class Nodes {

  static final int MOST_ALIASES = 50;
  private static final int MOST_VALUES = 200_000;

  private final Place file;
  private final Problems problems;
  private final Set<Node> open = new HashSet<>();
  private int values;

  Nodes(Place file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The root as a mapping; empty, with a problem, where it is none. */
  Optional<Mapping> mapping(Node root) {
    if (root instanceof MappingNode node) {
      Mapping mapping = mappingOf(node);
      return values > MOST_VALUES ? Optional.empty() : Optional.of(mapping);
    }
    syntax(place(root), "The file must hold keys and values.", "");
    return Optional.empty();
  }

  private Value value(Node node) {
    Place place = place(node);
    values++;
    if (values == MOST_VALUES + 1) {
      syntax(place, "The file unfolds to more than 200,000 values.", "Write less with aliases.");
    }
    if (values > MOST_VALUES || !open.add(node)) {
      if (values <= MOST_VALUES) {
        syntax(place, "An alias holds itself.", "Write the value out.");
      }
      return Scalar.quoted(place, "");
    }
    Value value = valueOf(node, place);
    open.remove(node);
    return value;
  }

  private Value valueOf(Node node, Place place) {
    if (!node.getTag().getValue().startsWith("tag:yaml.org,2002:")) {
      syntax(place, "Tags such as `" + node.getTag().getValue() + "` are not used.", "Drop it.");
    }
    if (node instanceof MappingNode mapping) {
      return mappingOf(mapping);
    }
    if (node instanceof SequenceNode sequence) {
      return new Sequence(place, sequence.getValue().stream().map(this::value).toList());
    }
    var scalar = (ScalarNode) node;
    return scalar.getScalarStyle() == ScalarStyle.PLAIN
        ? Scalar.plain(place, scalar.getValue())
        : Scalar.quoted(place, scalar.getValue());
  }

  private Mapping mappingOf(MappingNode node) {
    var keys = new HashSet<String>();
    List<Entry> entries = new ArrayList<>();
    for (NodeTuple tuple : node.getValue()) {
      Place place = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        syntax(place, "A key must be text.", "");
      } else if (!keys.add(key.getValue())) {
        problems.add(
            ErrorCode.DUPLICATE_ID,
            place,
            "Key `" + key.getValue() + "` stands here twice.",
            "Only one of the two could count.",
            "Remove one.");
      } else {
        entries.add(new Entry(place, key.getValue(), value(tuple.getValueNode())));
      }
    }
    return new Mapping(place(node), entries);
  }

  private Place place(Node node) {
    return file.atLine(node.getStartMark().getLine() + 1);
  }

  private void syntax(Place place, String problem, String mend) {
    problems.add(ErrorCode.YAML_SYNTAX, place, problem, "", mend);
  }
}
