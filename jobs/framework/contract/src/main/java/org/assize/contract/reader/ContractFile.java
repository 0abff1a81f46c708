package org.assize.contract.reader;

import java.util.List;
import java.util.Map;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.Source;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Problems;
import org.assize.contract.shape.Shape;
import org.assize.contract.yaml.Mapping;

/** One contract: its shape, its defaults, its meaning, and everything that is wrong with it. */
final class ContractFile {

  private final String domain;
  private final Defaults defaults;
  private final Map<String, Source> domainSources;
  private final StandardColumns standards;
  private final Problems problems;

  ContractFile(
      String domain,
      Defaults defaults,
      Map<String, Source> domainSources,
      StandardColumns standards,
      Problems problems) {
    this.domain = domain;
    this.defaults = defaults;
    this.standards = standards;
    this.domainSources = domainSources;
    this.problems = problems;
  }

  DataContract contract(String table, Mapping written) {
    Shape.contract().check(written, "the contract", problems);
    new ProfileLint(problems).check(written, domain, table);
    Mapping standard = standards.contract(written);
    Mapping merged = defaults.contract(standard);
    DataContract contract =
        new ContractMapper(domain, domainSources, problems).contract(table, merged);
    Mapping schema = first(standard);
    Mapping assize = merged.custom("assize").orElse(Mapping.empty(written.place()));
    boolean sourceFed = assize.has("sources");
    new ColumnLint(problems).check(schema);
    new QualityLint(
            contract.columns().stream().map(Column::name).toList(),
            sourceFed ? QualityLint.Where.SOURCE_FED : QualityLint.Where.DERIVED,
            problems)
        .check(schema);
    unknownSources(assize);
    new SourceLint(schema, new Faults(problems)).check(assize.mappings("sources"));
    new LifeLint(problems).check(contract, written);
    new ExemptionLint(new Faults(problems)).checkPromises(assize);
    if (assize.has("load")) {
      new LoadLint(contract, assize, problems).check();
    }
    return contract;
  }

  private void unknownSources(Mapping assize) {
    for (Mapping use : assize.mappings("sources")) {
      use.text("from")
          .filter(name -> !domainSources.containsKey(name))
          .ifPresent(
              name ->
                  problems.add(
                      ErrorCode.UNKNOWN_SOURCE,
                      use.placeOf("from"),
                      "_domain.yaml declares no source `" + name + "`.",
                      "",
                      Nearest.hint(name, domainSources.keySet())));
    }
  }

  private static Mapping first(Mapping written) {
    List<Mapping> tables = written.mappings("schema");
    return tables.isEmpty() ? Mapping.empty(written.place()) : tables.get(0);
  }
}
