package org.assize.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assize.contract.DataContract;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.contract.reader.ContractReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractChangesTest {

  private static final String VISIT =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: prisons.visit
      version: 1.4.2
      status: active
      schema:
        - name: visit
          description: One visit
          properties:
            - {name: visit_id, logicalType: integer, primaryKey: true, required: true}
            - {name: visitor, logicalType: string, required: true, unique: true, classification: internal, description: Who came}
            - {name: minutes, logicalType: integer, logicalTypeOptions: {minimum: 0, maximum: 600}}
            - {name: ref, logicalType: string, transformSourceObjects: [Ref No], logicalTypeOptions: {pattern: "[A-Z]+"}}
            - {name: place, logicalType: object, properties: [{name: wing, logicalType: string}, {name: cell, logicalType: string}]}
            - {name: notes, logicalType: array, items: {logicalType: string}}
            - name: kind
              logicalType: string
              quality:
                - {metric: invalidValues, arguments: {validValues: [a, b]}, mustBe: 0}
          quality:
            - {id: kept, type: custom, engine: assize, implementation: minutes < 500}
            - {id: told, type: custom, engine: assize, implementation: minutes < 100, severity: warning}
      customProperties:
        - property: assize
          value:
            layer: curated
            sources: [{name: visit_list, files: "prisons/{day}/*.csv", format: csv}]
            load: {mode: merge, latestBy: [_day]}
            schedule: {cron: "0 5 * * *", timezone: Europe/London}
      """;

  @TempDir private Path root;

  @Test
  void equal_contracts_do_not_differ_wherever_their_lines_stand() throws IOException {
    assertThat(changes(VISIT.replace("kind: DataC", "# a word\nkind: DataC"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {name: notes, logicalType: array, items: {logicalType: string}}|{name: remarks, logicalType: array, items: {logicalType: string}}|breaking column `notes` removed; compatible column `remarks` added
          name: ref,|name: reference,|breaking column `ref` renamed to `reference`
          name: visitor,|name: guest,|breaking column `visitor` renamed to `guest`
          {name: ref, logicalType: string, t|{name: ref, logicalType: string, required: true, t|compatible `ref` is now never empty
          string, required: true, unique|string, unique|breaking `visitor` can now be empty
          unique: true, classification|classification|breaking `visitor` is no longer unique
          classification: internal|classification: restricted|compatible the classification of `visitor` changed
          description: Who came|description: The guest|documentation the description of `visitor` changed
          description: One visit|description: A visit|documentation the table's description changed
          maximum: 600|maximum: 700|breaking `maximum` of `minutes` admits more values
          maximum: 600|maximum: 500|compatible `maximum` of `minutes` admits fewer values
          minimum: 0, maximum: 600|maximum: 600|breaking `minimum` of `minutes` admits more values
          minimum: 0, maximum: 600|minimum: 1, maximum: 600|compatible `minimum` of `minutes` admits fewer values
          pattern: "[A-Z]+"|pattern: "[A-Y]+"|breaking `pattern` of `ref` changed and may admit other values
          [Ref No]|[Reference No]|compatible `ref` is filled from another field
          minutes, logicalType: integer|minutes, logicalType: number|breaking `minutes` is now double, was bigint
          minutes, logicalType: integer|minutes, physicalType: int, logicalType: integer|breaking `minutes` is now int, was bigint
          , {name: cell, logicalType: string}||breaking column `place.cell` removed
          {name: cell, logicalType: string}|{name: cell, logicalType: string}, {name: bed, logicalType: string}|compatible column `place.bed` added
          items: {logicalType: string}|items: {logicalType: date}|breaking `notes.element` is now date, was string
          validValues: [a, b]|validValues: [a]|compatible rule `kind_valid` admits fewer values
          validValues: [a, b]|validValues: [a, c]|breaking rule `kind_valid` changed and may admit other values
          minutes < 500}|minutes < 400}|breaking rule `kept` changed and may admit other values
          minutes < 500}|minutes < 500, severity: info}|breaking rule `kept` now only warns
          minutes < 100, severity: warning}|minutes < 100}|compatible rule `told` is now kept by every row
          minutes < 100, severity: warning}|minutes < 90, severity: warning}|compatible rule `told` changed and may admit other values
          {id: kept,|{id: held,|breaking rule `kept` removed; compatible rule `held` added
          {id: told,|{id: said,|compatible rule `told` removed; compatible rule `said` added
          logicalType: integer, primaryKey: true, required: true|logicalType: integer, required: true|breaking the key is now none, was `visit_id`
          mode: merge, latestBy: [_day]|mode: append|breaking `load.mode` changed: a row means another thing; breaking `load.latestBy` changed: another version of a key counts
          latestBy: [_day]|latestBy: [minutes]|breaking `load.latestBy` changed: another version of a key counts
          latestBy: [_day]|latestBy: [_day], interval: {column: seen_on, grain: day}|compatible `load.interval` changed
          0 5 * * *|0 6 * * *|compatible `schedule` changed
          {day}/*.csv|{day}/v-*.csv|compatible it is filled in another way
          layer: curated|layer: published|breaking the table is now prisons_published.visit, was prisons_curated.visit
          id: prisons.visit|id: prisons.visits|breaking `id` changed, which names it for ever
          - {name: ref,|- {name: visitor_code, logicalType: string, relationships: [{to: prisons__person.code}]}\\n      - {name: ref,|compatible column `visitor_code` added; compatible that `visitor_code` stands in prisons/person as `code` is now checked
          layer: curated|layer: curated\\n      group: week|compatible it is committed together with other tables than before
          layer: curated|layer: curated\\n      promises: {minutes_range: {action: warn}}|breaking rule `minutes_range` now only warns
          layer: curated|layer: curated\\n      promises: {minutes_range: {failAt: 5%}}|compatible rule `minutes_range` does another thing when it is broken
          status: active|status: deprecated|compatible the status is now deprecated, was active
          status: active|status: retired|breaking the status is now retired, was active
          status: active|status: draft|breaking the status is now draft, was active
          """)
  void each_difference_has_its_class(String from, String to, String expected) throws IOException {
    assertThat(VISIT).contains(from);

    List<TableChange> changes =
        changes(VISIT.replace(from, to == null ? "" : to.replace("\\n", "\n")));

    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).changes())
        .extracting(change -> change.impact().word() + " " + change.what())
        .containsExactlyInAnyOrder(expected.split("; "));
  }

  @Test
  void a_change_stands_where_the_newer_contract_says_it() throws IOException {
    Change change = changes(VISIT.replace("maximum: 600", "maximum: 700")).get(0).changes().get(0);

    assertThat(change.place()).hasToString("schemas/prisons/visit.odcs.yaml:12");
    assertThat(change.column()).contains("minutes");
  }

  @Test
  void a_foreign_key_that_goes_breaks_readers_and_says_so_at_the_contract() throws IOException {
    String keyed =
        VISIT.replace("{name: ref,", "{name: ref, relationships: [{to: prisons__person.code}],");

    assertThat(ContractChanges.between(read(keyed), read(VISIT)).get(0).changes())
        .extracting(change -> change.impact().word() + " " + change.what())
        .containsExactly(
            "breaking that `ref` stands in prisons/person as `code` is no longer checked");
  }

  @Test
  void a_table_can_come_and_go() throws IOException {
    List<DataContract> one = read(VISIT);

    TableChange added = ContractChanges.between(List.of(), one).get(0);
    TableChange gone = ContractChanges.between(one, List.of()).get(0);

    assertThat(added.impact()).isEqualTo(Impact.COMPATIBLE);
    assertThat(gone.impact()).isEqualTo(Impact.BREAKING);
    assertThat(gone.table()).hasToString("prisons_curated.visit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          maximum: 700|1.4.2|false
          maximum: 700|1.5.0|false
          maximum: 700|2.0.0|true
          maximum: 500|1.4.3|false
          maximum: 500|1.5.0|true
          maximum: 500|2.0.0|true
          maximum: 600, multipleOf: 5|1.5.0|true
          maximum: 600|1.4.1|true
          """)
  void the_version_must_say_how_much_changed(String maximum, String version, boolean allowed)
      throws IOException {
    List<String> problems =
        problems(VISIT.replace("maximum: 600", maximum).replace("1.4.2", version));

    assertThat(problems.isEmpty()).as(problems.toString()).isEqualTo(allowed);
  }

  @Test
  void a_version_too_low_is_named_with_its_line_and_the_lowest_that_will_do() throws IOException {
    assertThat(problems(VISIT.replace("maximum: 600", "maximum: 700")))
        .containsExactly(
            "schemas/prisons/visit.odcs.yaml:4: VERSION_TOO_LOW: `version: 1.4.2` follows 1.4.2"
                + " with a breaking change. `maximum` of `minutes` admits more values. Write"
                + " version: 2.0.0 or later, or undo the change, or leave this contract alone and put"
                + " the new one beside it as `visit_v2`.");
    assertThat(problems(VISIT.replace("Who came", "A guest").replace("1.4.2", "1.4.1")))
        .containsExactly(
            "schemas/prisons/visit.odcs.yaml:4: VERSION_TOO_LOW: `version: 1.4.1` follows 1.4.2"
                + " and is lower. the description of `visitor` changed. Write version: 1.4.2 or"
                + " later, or undo the change.");
  }

  @Test
  void other_words_need_no_new_version() throws IOException {
    assertThat(problems(VISIT.replace("Who came", "A guest"))).isEmpty();
  }

  @Test
  void a_draft_may_change_at_will() throws IOException {
    String draft = VISIT.replace("status: active", "status: draft");

    var found = new Problems();
    ContractChanges.between(read(draft), read(VISIT.replace("maximum: 600", "maximum: 700")))
        .forEach(new VersionPolicy(root, found)::check);

    assertThat(found.isEmpty()).isTrue();
  }

  @Test
  void a_table_goes_only_after_it_was_deprecated() throws IOException {
    assertThat(gone("active"))
        .containsExactly(
            "schemas/prisons/visit.odcs.yaml: REMOVED_TOO_EARLY: The contract of"
                + " `prisons_curated.visit` is gone, and its status was active. Its readers had no"
                + " time to leave. Bring it back with `status: deprecated` and a new minor version;"
                + " remove it when that has been published.");
    assertThat(gone("deprecated")).isEmpty();
    assertThat(gone("retired")).isEmpty();
    assertThat(gone("draft")).isEmpty();
  }

  private List<String> gone(String status) throws IOException {
    var problems = new Problems();
    List<DataContract> before = read(VISIT.replace("status: active", "status: " + status));
    ContractChanges.between(before, List.of()).forEach(new VersionPolicy(root, problems)::check);
    return problems.all().stream().map(Problem::toString).toList();
  }

  private List<TableChange> changes(String after) throws IOException {
    return ContractChanges.between(read(VISIT), read(after));
  }

  private List<String> problems(String after) throws IOException {
    var problems = new Problems();
    changes(after).forEach(new VersionPolicy(root, problems)::check);
    return problems.all().stream().map(Problem::toString).toList();
  }

  /** The last one read is the one that stays in the folder. */
  private List<DataContract> read(String contract) throws IOException {
    Path folder = Files.createDirectories(root.resolve("schemas/prisons"));
    Files.writeString(folder.resolve("visit.odcs.yaml"), contract);
    return ContractReader.readDomain(folder, root, new Problems()).contracts();
  }
}
