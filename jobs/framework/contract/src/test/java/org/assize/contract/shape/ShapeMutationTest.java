package org.assize.contract.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assize.contract.SharedData;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.Contracts;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.Sequence;
import org.assize.contract.yaml.Value;
import org.assize.contract.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents with one thing changed, judged by this module, by another validator, and by ODCS. */
class ShapeMutationTest {

  /** One in so many mutants of whole documents is judged, chosen by a fixed seed. */
  private static final int SAMPLE = 10;

  /** One example is so large that its mutants alone take longer than all the others'. */
  private static final int LARGE = 50_000;

  @TempDir private Path folder;

  @Test
  void what_the_standard_refuses_is_refused_here() throws IOException {
    Path odcs = SharedData.folder("odcs");
    JsonSchema official = schema(odcs.resolve("odcs-json-schema-v3.1.0.json").toUri().toString());
    Set<String> accepted = new TreeSet<>();
    int[] refused = new int[1];
    Consumer<Mapping> judge =
        mutant -> {
          var reasons = official.validate(JsonTree.of(mutant));
          refused[0] += reasons.isEmpty() ? 0 : 1;
          if (!reasons.isEmpty() && faults(mutant).isEmpty()) {
            reasons.forEach(reason -> accepted.add(reason.toString()));
          }
        };

    assertThat(official.validate(JsonTree.of(everyKey()))).isEmpty();
    Parts.of(everyKey()).forEach(part -> Mutations.of(part, judge));
    List<Mapping> whole = new ArrayList<>(ours());
    whole.addAll(examples(odcs));
    whole.forEach(document -> Mutations.of(document, sampled(judge)));

    assertThat(accepted).isEmpty();
    assertThat(refused[0]).as("mutants that the standard refuses").isGreaterThan(5_000);
  }

  @Test
  void the_schema_files_say_the_same_to_another_validator() throws IOException {
    JsonSchema published = schema("classpath:org/assize/contract/shape/odcs.schema.json");
    Set<String> differences = new TreeSet<>();
    Consumer<Mapping> judge =
        mutant -> {
          var reasons = published.validate(JsonTree.of(mutant));
          List<Problem> faults = faults(mutant);
          if (reasons.isEmpty() != faults.isEmpty()) {
            differences.add(reasons + " but " + faults);
          }
        };

    Parts.of(everyKey()).forEach(part -> Mutations.of(part, sampled(judge)));
    ours().forEach(document -> Mutations.of(document, sampled(judge)));

    assertThat(differences).isEmpty();
  }

  private static Consumer<Mapping> sampled(Consumer<Mapping> judge) {
    var chance = new Random(20261123);
    return mutant -> {
      if (chance.nextInt(SAMPLE) == 0) {
        judge.accept(mutant);
      }
    };
  }

  @Test
  void the_document_of_every_key_has_every_key() throws IOException {
    Set<String> used = new TreeSet<>();
    keys(everyKey(), used);
    Set<String> known = new TreeSet<>();
    properties(YamlFile.resource(Shape.class, "odcs.schema.json"), known);

    assertThat(used).containsAll(known);
  }

  /** The keys of a document. */
  private static void keys(Value value, Set<String> found) {
    if (value instanceof Mapping mapping) {
      found.addAll(mapping.keys());
      mapping.entries().forEach(entry -> keys(entry.value(), found));
    } else if (value instanceof Sequence list) {
      list.items().forEach(item -> keys(item, found));
    }
  }

  /** The keys that a schema knows. */
  private static void properties(Value value, Set<String> found) {
    if (value instanceof Mapping mapping) {
      mapping.mapping("properties").ifPresent(properties -> found.addAll(properties.keys()));
      mapping.entries().forEach(entry -> properties(entry.value(), found));
    } else if (value instanceof Sequence list) {
      list.items().forEach(item -> properties(item, found));
    }
  }

  private static List<Problem> faults(Mapping document) {
    var problems = new Problems();
    Shape.contract().check(document, "the contract", problems);
    return problems.all();
  }

  private static JsonSchema schema(String location) {
    var config = SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(VersionFlag.V201909)
        .getSchema(SchemaLocation.of(location), config);
  }

  private List<Mapping> examples(Path odcs) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(odcs.resolve("examples"))) {
      files = found.sorted().toList();
    }
    List<Mapping> documents = new ArrayList<>();
    for (Path file : files) {
      String text = Files.readString(file);
      if (text.length() < LARGE) {
        documents.add(read(text));
      }
    }
    return documents;
  }

  private Mapping everyKey() throws IOException {
    try (InputStream stream = ShapeMutationTest.class.getResourceAsStream("every-key.odcs.yaml")) {
      return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private List<Mapping> ours() throws IOException {
    List<Mapping> documents = new ArrayList<>();
    for (String text : Contracts.ALL) {
      documents.add(read(text));
    }
    return documents;
  }

  private Mapping read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("contract.odcs.yaml"), text);
    var problems = new Problems();
    Mapping document = YamlFile.read(file, file.toString(), problems).orElseThrow();
    problems.throwIfAny();
    assertThat(faults(document)).isEmpty();
    return document;
  }
}
