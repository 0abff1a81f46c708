package org.assize.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.RuleTerms;
import org.assize.contract.Source;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.rule.DatasetRule;
import org.assize.contract.rule.RowRule;
import org.assize.contract.rule.RuleCompiler;
import org.assize.contract.rule.RuleSet;

/** Turns sources and contracts into definitions with every input resolved. */
final class Definitions {

  private final Workspace workspace;
  private final SqlInspector inspector;
  private final Problems problems;
  private final Map<String, DataContract> contracts = new LinkedHashMap<>();

  Definitions(Workspace workspace, SqlInspector inspector, Problems problems) {
    this.workspace = workspace;
    this.inspector = inspector;
    this.problems = problems;
    workspace.others().forEach(contract -> contracts.put(contract.name().toString(), contract));
    workspace.contracts().forEach(contract -> contracts.put(contract.name().toString(), contract));
  }

  List<Definition> all() {
    List<Definition> all = new ArrayList<>();
    for (Source source : workspace.sources()) {
      if (!isRetired(source)) {
        all.add(new Definition.Raw(source));
      }
    }
    for (DataContract contract : workspace.contracts()) {
      if (contract.isRetired()) {
        continue;
      }
      RuleSet compiled = RuleCompiler.compile(contract, problems);
      RuleSet rules = compiled.with(code(compiled));
      all.add(
          contract.isDerived()
              ? derived(contract, rules)
              : new Definition.SourceFed(contract, rules, beside(contract, rules)));
    }
    return all;
  }

  /** A source is landed until the last table that it feeds is retired. */
  private boolean isRetired(Source source) {
    List<DataContract> fed =
        contracts.values().stream()
            .filter(
                contract -> contract.sources().stream().anyMatch(u -> u.source().equals(source)))
            .toList();
    return !fed.isEmpty() && fed.stream().allMatch(DataContract::isRetired);
  }

  private Definition.Beside beside(DataContract contract, RuleSet rules) {
    List<DatasetName> asked = new ArrayList<>();
    for (DatasetRule rule : rules.datasetRules()) {
      // What is wrong with the query is reported where it is checked.
      rule.queryOf(contract.name()).stream()
          .flatMap(query -> inspector.tables(query, rule.place(), new Problems()).stream())
          .flatMap(relation -> Optional.ofNullable(contracts.get(relation)).stream())
          .map(DataContract::name)
          .filter(table -> !table.equals(contract.name()))
          .forEach(asked::add);
    }
    return new Definition.Beside(new Parents(contract, contracts, problems).of(rules), asked);
  }

  /** What the classes of rules in Java are made of. */
  private List<String> code(RuleSet rules) {
    List<String> code = new ArrayList<>();
    for (RowRule rule : rules.rowRules()) {
      rule.java()
          .flatMap(java -> inspector.checkClass(java, workspace, rule.place(), problems))
          .ifPresent(code::add);
    }
    return code;
  }

  private Definition.Derived derived(DataContract contract, RuleSet rules) {
    Definition.Beside beside = beside(contract, rules);
    var inputs = new Inputs(contract, contracts, problems);
    boolean isJava = contract.transform().flatMap(spec -> spec.java()).isPresent();
    if (isJava) {
      return new Definition.Derived(contract, rules, Optional.empty(), inputs.declared(), beside);
    }
    Place file = new Place(sqlPath(contract.name()), 1);
    Optional<String> sql = sqlOf(contract, file);
    List<String> relations =
        sql.map(text -> inspector.tables(text, file, problems)).orElse(List.of());
    return new Definition.Derived(contract, rules, sql, inputs.inferred(relations, file), beside);
  }

  private Optional<String> sqlOf(DataContract contract, Place file) {
    Path path = workspace.root().resolve(file.file());
    try {
      if (Files.isRegularFile(path)) {
        return Optional.of(Files.readString(path));
      }
      problems.add(
          ErrorCode.SQL_MISSING,
          contract.place(),
          "The table has neither sources, nor a Java transform, nor a query.",
          "Its query is looked for at " + file.file() + ".",
          "Write the query there, or declare `sources:` or `transform: {java: …}`.");
    } catch (IOException e) {
      problems.add(ErrorCode.SQL_INVALID, file, "The query cannot be read as UTF-8 text.", "", "");
    }
    return Optional.empty();
  }

  static String sqlPath(DatasetName table) {
    return "jobs/" + table.domain() + "/" + table.table() + ".sql";
  }

  /** Checks a query and every predicate against the columns it may see. */
  void check(Definition definition) {
    if (definition instanceof Definition.Derived derived) {
      if (derived.sql().isPresent()) {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        for (ResolvedInput input : derived.inputs()) {
          DataContract contract = contracts.get(input.table().toString());
          if (contract != null) {
            columns.put(input.name(), contract.columns());
          }
        }
        Place file = new Place(sqlPath(derived.table()), 1);
        inspector.check(derived.sql().get(), file, columns, derived.contract(), problems);
      }
    }
    if (definition instanceof Definition.Contracted table) {
      checkRules(table.contract(), table.rules());
    }
  }

  /** Compiled promises are sound by construction, and an inspector takes long to load. */
  private void checkRules(DataContract contract, RuleSet rules) {
    Set<String> written = WrittenRules.ids(contract);
    rules.rowRules().stream()
        .filter(rule -> written.contains(rule.id()))
        .forEach(
            rule ->
                inspector.checkPredicate(
                    rule.predicate(), contract.columns(), rule.place(), problems));
    rules.rowRules().stream()
        .filter(rule -> !written.contains(rule.id()))
        .forEach(rule -> checkCondition(rule.terms(), contract, rule.place()));
    for (DatasetRule rule : rules.datasetRules()) {
      checkCondition(rule.terms(), contract, rule.place());
      rule.queryOf(contract.name()).ifPresent(query -> checkQuery(query, rule.place()));
    }
  }

  private void checkCondition(RuleTerms terms, DataContract contract, Place place) {
    terms
        .where()
        .ifPresent(where -> inspector.checkPredicate(where, contract.columns(), place, problems));
  }

  private void checkQuery(String query, Place place) {
    for (String relation : inspector.tables(query, place, problems)) {
      if (!contracts.containsKey(relation)) {
        problems.add(
            ErrorCode.UNKNOWN_TABLE,
            place,
            "The rule asks `" + relation + "`, which no contract makes.",
            "",
            Nearest.hint(relation, contracts.keySet()));
      }
    }
  }
}
