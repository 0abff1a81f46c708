package org.assize.contract.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assize.contract.LogicalType;
import org.assize.contract.SharedData;
import org.assize.contract.StandardContract;
import org.assize.contract.StandardContract.Required;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardTest {

  @TempDir private Path folder;

  @Test
  void every_example_of_the_standard_can_be_read() throws IOException {
    Path examples = SharedData.folder("odcs").resolve("examples");
    List<Path> files;
    try (Stream<Path> found = Files.list(examples)) {
      files = found.sorted().toList();
    }
    var problems = new Problems();

    List<StandardContract> contracts =
        files.stream().flatMap(f -> ContractReader.readStandard(f, problems).stream()).toList();

    assertThat(problems.all()).extracting(Problem::toString).isEmpty();
    assertThat(contracts).hasSize(13);
    StandardContract full =
        contracts.stream().filter(c -> c.version().equals("1.1.0")).findFirst().orElseThrow();
    assertThat(full.apiVersion()).isEqualTo("v3.1.0");
    assertThat(full.tables()).extracting(StandardContract.Table::name).contains("tbl", "receivers");
    assertThat(full.tables().get(0).columns().get(1))
        .satisfies(
            column -> {
              assertThat(column.name()).isEqualTo("rcvr_id");
              assertThat(column.logicalType()).contains(LogicalType.STRING);
              assertThat(column.physicalType()).contains("varchar(18)");
              assertThat(column.required()).isEqualTo(Required.KEY);
            });
  }

  @Test
  void our_own_contracts_are_of_the_standard_too() throws IOException {
    Path file = Files.writeString(folder.resolve("a.odcs.yaml"), Contracts.HEARING);

    StandardContract contract = ContractReader.readStandard(file, new Problems()).orElseThrow();

    var offences = contract.tables().get(0).columns().get(5);
    assertThat(offences.fields()).extracting(StandardContract.Field::name).contains("code", "fine");
    assertThat(offences.fields().get(0).required()).isEqualTo(Required.YES);
    assertThat(offences.fields().get(1).required()).isEqualTo(Required.NO);
  }

  @Test
  void what_is_not_of_the_standard_is_not_returned() throws IOException {
    Path file = Files.writeString(folder.resolve("a.odcs.yaml"), "kind: DataContract\nid: 1\n");
    var problems = new Problems();

    assertThat(ContractReader.readStandard(file, problems)).isEmpty();
    assertThat(problems.all())
        .extracting(problem -> problem.code() + " " + problem.place().line())
        .containsExactly("MISSING_KEY 1", "MISSING_KEY 1", "MISSING_KEY 1", "WRONG_TYPE 2");
  }
}
