package org.assize.contract.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assize.contract.SharedData;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.Contracts;
import org.assize.contract.yaml.Mapping;
import org.assize.contract.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents with one thing changed, judged by this module, by another validator, and by ODCS. */
class ShapeMutationTest {

  private static final int MUTANTS = 800;

  @TempDir private Path folder;

  @Test
  void what_the_standard_refuses_is_refused_here() throws IOException {
    Path odcs = SharedData.folder("odcs");
    JsonSchema official = schema(odcs.resolve("odcs-json-schema-v3.1.0.json").toUri().toString());
    List<Mapping> documents = new ArrayList<>(ours());
    documents.addAll(examples(odcs));
    int refused = 0;
    Set<String> accepted = new HashSet<>();
    var mutations = new Mutations(20261123, documents);
    for (int i = 0; i < MUTANTS; i++) {
      Mapping mutant = mutations.of(documents.get(i % documents.size()));
      var reasons = official.validate(JsonTree.of(mutant));
      if (!reasons.isEmpty()) {
        refused++;
        if (faults(mutant).isEmpty()) {
          reasons.forEach(reason -> accepted.add(reason.toString()));
        }
      }
    }

    assertThat(accepted).isEmpty();
    assertThat(refused).as("mutants that the standard refuses").isGreaterThan(MUTANTS / 4);
  }

  @Test
  void the_schema_files_say_the_same_to_another_validator() throws IOException {
    JsonSchema published = schema("classpath:org/assize/contract/shape/odcs.schema.json");
    List<Mapping> documents = ours();
    var mutations = new Mutations(377, documents);
    int refused = 0;
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < MUTANTS; i++) {
      Mapping mutant = mutations.of(documents.get(i % documents.size()));
      var reasons = published.validate(JsonTree.of(mutant));
      List<Problem> faults = faults(mutant);
      if (reasons.isEmpty() != faults.isEmpty()) {
        differences.add(reasons + " but " + faults + " in " + JsonTree.of(mutant));
      }
      refused += reasons.isEmpty() ? 0 : 1;
    }

    assertThat(differences).isEmpty();
    assertThat(refused).isBetween(MUTANTS / 4, MUTANTS - MUTANTS / 20);
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

  private List<Mapping> ours() throws IOException {
    List<Mapping> documents = new ArrayList<>();
    for (String text : Contracts.ALL) {
      Path file = Files.writeString(folder.resolve("contract.odcs.yaml"), text);
      documents.add(read(file));
    }
    return documents;
  }

  private static List<Mapping> examples(Path odcs) throws IOException {
    try (Stream<Path> files = Files.list(odcs.resolve("examples"))) {
      return files.sorted().map(ShapeMutationTest::read).toList();
    }
  }

  private static Mapping read(Path file) {
    var problems = new Problems();
    Mapping document = YamlFile.read(file, file.toString(), problems).orElseThrow();
    problems.throwIfAny();
    assertThat(faults(document)).isEmpty();
    return document;
  }
}
