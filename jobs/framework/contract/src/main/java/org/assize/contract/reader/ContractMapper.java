package org.assize.contract.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.Layer;
import org.assize.contract.Load;
import org.assize.contract.PromiseTerms;
import org.assize.contract.Source;
import org.assize.contract.SourceUse;
import org.assize.contract.TransformSpec;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;

/** A contract out of a mapping with defaults filled in. */
final class ContractMapper {

  private final String domain;
  private final Map<String, Source> domainSources;
  private final Problems problems;

  ContractMapper(String domain, Map<String, Source> domainSources, Problems problems) {
    this.domain = domain;
    this.domainSources = domainSources;
    this.problems = problems;
  }

  /** The contract of a table, read as far as it can be. */
  DataContract contract(String table, Mapping merged) {
    Mapping schema =
        merged.mappings("schema").stream().findFirst().orElse(Mapping.empty(merged.place()));
    Mapping assize = merged.custom("assize").orElse(Mapping.empty(merged.place()));
    List<Column> columns = new ColumnMapper(problems).columns(schema);
    boolean sourceFed = assize.has("sources");
    Optional<TransformSpec> transform =
        sourceFed && !assize.has("transform")
            ? Optional.empty()
            : Optional.of(new TransformMapper(problems).transform(assize.mapping("transform")));
    var loads = new LoadMapper(problems);
    return new DataContract(
        new DatasetName(domain, layer(assize), table),
        merged.place(),
        merged.text("id").orElse(""),
        merged.text("version").orElse(""),
        merged.text("status").orElse(""),
        endOfSupport(merged),
        description(merged, schema),
        merged.mapping("team").flatMap(team -> team.text("name")).orElse(""),
        columns,
        new QualityMapper(problems).rules(schema, Optional.empty()),
        new RelationshipMapper(problems)
            .ofTable(schema, columns.stream().map(Column::name).collect(Collectors.toSet())),
        uses(assize),
        transform,
        loads.load(assize, sourceFed ? Load.Mode.APPEND : Load.Mode.REPLACE),
        new ScheduleMapper(problems).schedule(assize),
        assize.text("group"),
        promises(assize),
        new ServiceMapper(merged, problems).terms());
  }

  private static Optional<LocalDate> endOfSupport(Mapping merged) {
    return ServiceLevels.of(merged, "endOfSupport", "es")
        .flatMap(level -> level.text("value"))
        .flatMap(ExemptionLint::day);
  }

  private static List<PromiseTerms> promises(Mapping assize) {
    Mapping written = assize.mapping("promises").orElse(Mapping.empty(assize.place()));
    List<PromiseTerms> promises = new ArrayList<>();
    for (Mapping.Entry entry : written.entries()) {
      if (entry.value() instanceof Mapping terms) {
        promises.add(
            new PromiseTerms(
                entry.key(), MeasureMapper.terms(terms), written.placeOf(entry.key())));
      }
    }
    return promises;
  }

  private static Layer layer(Mapping assize) {
    return assize.text("layer").filter("published"::equals).isPresent()
        ? Layer.PUBLISHED
        : Layer.CURATED;
  }

  private static String description(Mapping merged, Mapping schema) {
    return schema
        .text("description")
        .or(() -> merged.mapping("description").flatMap(d -> d.text("purpose")))
        .orElse("");
  }

  private List<SourceUse> uses(Mapping assize) {
    var mapper = new SourceMapper(domain, problems);
    List<SourceUse> uses = new ArrayList<>();
    for (Mapping written : assize.mappings("sources")) {
      Optional<Source> source =
          written.has("from")
              ? written.text("from").map(domainSources::get)
              : mapper.source(written);
      source.ifPresent(found -> uses.add(mapper.use(written, found)));
    }
    return uses;
  }
}
