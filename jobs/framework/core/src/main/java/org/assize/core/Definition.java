package org.assize.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.Source;
import org.assize.contract.rule.RuleSet;

/** What makes a table: a source, a contract over sources, or a contract over a transform. */
public sealed interface Definition {

  /** The table. */
  DatasetName table();

  /** The tables it reads. */
  List<DatasetName> needs();

  /** The tables that must be done before it: those it reads, and those that its rules look at. */
  default List<DatasetName> follows() {
    return needs();
  }

  /** Every delivered record of one source, verbatim. */
  record Raw(Source source) implements Definition {
    @Override
    public DatasetName table() {
      return source.rawTable();
    }

    @Override
    public List<DatasetName> needs() {
      return List.of();
    }
  }

  /** Tables that are committed with it or not at all: a word that all of them share. */
  default Optional<String> group() {
    return Optional.empty();
  }

  /** A table that a contract describes. */
  sealed interface Contracted extends Definition {

    /** Its contract. */
    DataContract contract();

    /** The rules that the contract compiles to. */
    RuleSet rules();

    /** What its rules look at beside its own rows. */
    Beside beside();

    @Override
    default List<DatasetName> follows() {
      List<DatasetName> follows = new ArrayList<>(needs());
      beside().parents().forEach(parent -> follows.add(parent.table()));
      follows.addAll(beside().asked());
      return follows;
    }

    @Override
    default DatasetName table() {
      return contract().name();
    }

    @Override
    default Optional<String> group() {
      return contract().group().map(word -> table().domain() + "/" + word);
    }
  }

  /** Where the values of some columns must be found, by a rule. */
  record Parent(String rule, List<String> columns, DatasetName table, List<String> keys) {

    public Parent {
      columns = List.copyOf(columns);
      keys = List.copyOf(keys);
    }
  }

  /**
   * Tables that the rules of another one look at.
   *
   * @param asked those that queries of rules name, the table itself left out
   */
  record Beside(List<Parent> parents, List<DatasetName> asked) {

    /** No table. */
    public static final Beside NONE = new Beside(List.of(), List.of());

    public Beside {
      parents = List.copyOf(parents);
      asked = List.copyOf(asked);
    }
  }

  /** Typed rows of one or several sources. */
  record SourceFed(DataContract contract, RuleSet rules, Beside beside) implements Contracted {

    @Override
    public List<DatasetName> needs() {
      return contract.sources().stream().map(use -> use.source().rawTable()).distinct().toList();
    }
  }

  /**
   * The result of a query or a class over other tables.
   *
   * @param sql text of {@code jobs/<domain>/<table>.sql}, empty for a Java transform
   */
  record Derived(
      DataContract contract,
      RuleSet rules,
      Optional<String> sql,
      List<ResolvedInput> inputs,
      Beside beside)
      implements Contracted {

    public Derived {
      inputs = List.copyOf(inputs);
    }

    @Override
    public List<DatasetName> needs() {
      return inputs.stream().map(ResolvedInput::table).distinct().toList();
    }
  }
}
