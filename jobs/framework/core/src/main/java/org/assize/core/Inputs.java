package org.assize.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.InputSpec;
import org.assize.contract.Load;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;

/** Resolves what one derived table reads. */
record Inputs(DataContract reader, Map<String, DataContract> contracts, Problems problems) {

  /** The inputs that the contract declares: all that a Java transform has. */
  List<ResolvedInput> declared() {
    List<ResolvedInput> inputs = new ArrayList<>();
    for (InputSpec spec : specs()) {
      find(spec.table(), spec.place())
          .ifPresent(table -> inputs.add(resolved(spec.name(), table, Optional.of(spec))));
    }
    return withIntervals(inputs);
  }

  /** The relations of a query, each with its declaration where there is one. */
  List<ResolvedInput> inferred(List<String> relations, Place query) {
    List<ResolvedInput> inputs = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>(relations);
    for (String relation : seen) {
      Optional<InputSpec> spec =
          specs().stream().filter(declared -> declared.table().equals(relation)).findFirst();
      find(relation, query).ifPresent(table -> inputs.add(resolved(relation, table, spec)));
    }
    for (InputSpec spec : specs()) {
      if (!seen.contains(spec.table()) && !seen.isEmpty()) {
        problems.add(
            ErrorCode.CONTRACT_INVALID,
            spec.place(),
            "The query does not read `" + spec.table() + "`.",
            "",
            "Take the input out, or use it.");
      }
    }
    return withIntervals(inputs);
  }

  /** Without an interval among its inputs nobody could tell which of a table's are out of date. */
  private List<ResolvedInput> withIntervals(List<ResolvedInput> inputs) {
    boolean isCut = reader.load().mode() == Load.Mode.REPLACE_INTERVAL;
    boolean isBlind = inputs.stream().noneMatch(input -> input.read() == InputSpec.Read.INTERVAL);
    if (isCut && isBlind && !inputs.isEmpty()) {
      problems.add(
          ErrorCode.CONTRACT_INVALID,
          reader.place(),
          "`"
              + reader.name()
              + "` is computed by interval, and no table that it reads is cut by one.",
          "Which of its intervals are out of date follows from those of its inputs.",
          "Declare `load.interval` in the contract of an input, or use mode replace.");
    }
    return inputs;
  }

  private List<InputSpec> specs() {
    return reader.transform().map(transform -> transform.inputs()).orElse(List.of());
  }

  private Optional<DataContract> find(String relation, Place place) {
    DataContract contract = contracts.get(relation);
    if (contract == null) {
      problems.add(
          ErrorCode.UNKNOWN_TABLE,
          place,
          "No table is called `" + relation + "`.",
          "Tables are written <domain>_<layer>.<table>; raw tables are not for transforms.",
          Nearest.hint(relation, contracts.keySet()));
    }
    if (contract != null && contract.isRetired()) {
      problems.add(
          ErrorCode.NO_LONGER_SUPPORTED,
          place,
          "`" + relation + "` is retired: nothing writes it any more.",
          "",
          "Its contract says what to read instead: " + contract.place().file() + ".");
    }
    return Optional.ofNullable(contract);
  }

  private ResolvedInput resolved(String name, DataContract table, Optional<InputSpec> spec) {
    boolean cut =
        reader.load().mode() == Load.Mode.REPLACE_INTERVAL && table.load().interval().isPresent();
    InputSpec.Read usual = cut ? InputSpec.Read.INTERVAL : InputSpec.Read.ALL;
    InputSpec.Read read = spec.flatMap(InputSpec::read).orElse(usual);
    if (read == InputSpec.Read.INTERVAL && !cut) {
      problems.add(
          ErrorCode.CONTRACT_INVALID,
          spec.map(InputSpec::place).orElse(reader.place()),
          "`" + table.name() + "` cannot be read by interval.",
          "Both tables need `load.interval`, and the reader the mode replaceInterval.",
          "Declare `interval` in the input's contract, or say `read: all`.");
    }
    DatasetName tableName = table.name();
    return new ResolvedInput(
        name,
        tableName,
        read,
        spec.map(InputSpec::lookback).orElse(Duration.ZERO),
        spec.map(InputSpec::lookahead).orElse(Duration.ZERO),
        spec.map(InputSpec::ignoreChanges).orElse(false));
  }
}
