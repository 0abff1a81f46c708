package org.assize.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.JavaCondition;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.core.lineage.ColumnOrigins;

/** Reads queries and predicates without running them and without starting an engine. */
public interface SqlInspector {

  /**
   * The tables that a query names, {@code database.table}, in order of appearance, those inside
   * {@code WITH} and subqueries included. Adds SQL_INVALID where the text cannot be parsed (then
   * the list is empty) and SQL_FORBIDDEN for everything that a transform may not use.
   *
   * @param file place of the query's first line
   */
  List<String> tables(String sql, Place file, Problems problems);

  /**
   * Resolves a query against the columns of its inputs and compares its result with its contract:
   * SQL_INVALID for what cannot be resolved, SCHEMA_MISMATCH for each column that is missing, too
   * many, or of another type.
   *
   * @param inputs columns by relation as {@link #tables} gave it
   */
  void check(
      String sql,
      Place file,
      Map<String, List<Column>> inputs,
      DataContract contract,
      Problems problems);

  /**
   * What goes into each column that a query yields; unknown where it cannot be resolved, which
   * {@link #check} reports.
   *
   * @param inputs columns by relation as {@link #tables} gave it
   */
  ColumnOrigins origins(String sql, Map<String, List<Column>> inputs);

  /**
   * Resolves a row predicate against a table's columns: RULE_INVALID where it cannot be parsed,
   * names an unknown column (with the nearest known), is not boolean, aggregates, or is not a pure
   * function of the row.
   */
  void checkPredicate(String predicate, List<Column> columns, Place place, Problems problems);

  /**
   * Looks at the class of a rule in Java, in the jars of its domain: RULE_INVALID where it is not
   * there, is there twice, is no rule, or asks a clock, chance or the world outside the row.
   *
   * @return SHA-256 of the class, hexadecimal; empty where it cannot be used
   */
  Optional<String> checkClass(
      JavaCondition rule, Workspace workspace, Place place, Problems problems);
}
