package org.assize.spark.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias$;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.JavaCondition;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.core.SqlInspector;
import org.assize.core.Workspace;
import org.assize.core.lineage.ColumnOrigins;
import org.assize.spark.condition.ConditionClass;
import org.assize.spark.purity.Finding;
import org.assize.spark.purity.PlanPurity;
import org.assize.spark.purity.Reason;
import org.assize.spark.purity.Trees;
import org.assize.spark.transform.DomainClasses;
import org.jspecify.annotations.Nullable;

/**
 * Reads queries with Spark's own parser and analyser, without a session. Under the settings of
 * {@link org.assize.spark.session.SessionSettings}. Not thread-safe.
 */
public final class CatalystInspector implements SqlInspector {

  private static final Place AD_HOC = new Place("query", 1);

  private final QueryAnalyzer analyzer = new QueryAnalyzer();
  private final PredicateCheck predicates = new PredicateCheck(analyzer);
  private @Nullable ClassLoader classes;
  private final UnknownFunctions functions = new UnknownFunctions(analyzer.functionNames());

  @Override
  public List<String> tables(String sql, Place file, Problems problems) {
    return analyzer.within(
        () -> {
          Optional<ParsedQuery> query = parsed(sql, file, problems);
          var rules = new QueryRules(file, problems);
          query.ifPresent(rules::addFindings);
          if (query.isEmpty() || query.get().isCommand()) {
            return List.of();
          }
          rules.checkShape(query.get());
          return QueryRules.tables(query.get());
        });
  }

  /**
   * The tables that a person's own query names: it may use the clock, chance and the order of rows,
   * but no command, path or foreign code.
   *
   * @throws org.assize.contract.problem.PlatformException SQL_INVALID or SQL_FORBIDDEN
   */
  public List<String> relations(String sql) {
    var problems = new Problems();
    List<String> tables =
        analyzer.within(
            () -> {
              Optional<ParsedQuery> query = parsed(sql, AD_HOC, problems);
              query.stream()
                  .flatMap(parsed -> parsed.findings().stream())
                  .filter(f -> f.reason() == Reason.CODE || f.reason() == Reason.COMMAND)
                  .map(f -> f.problem(ErrorCode.SQL_FORBIDDEN, "A query", AD_HOC))
                  .forEach(problems::add);
              query
                  .filter(parsed -> !parsed.isCommand())
                  .ifPresent(new QueryRules(AD_HOC, problems)::checkShape);
              return query.map(QueryRules::tables).orElse(List.of());
            });
    problems.throwIfAny();
    return tables;
  }

  /**
   * {@inheritDoc}
   *
   * <p>What {@link #tables} reports is not reported again; nor is a relation that {@code inputs}
   * lacks, which the caller knows.
   */
  @Override
  public void check(
      String sql,
      Place file,
      Map<String, List<Column>> inputs,
      DataContract contract,
      Problems problems) {
    analyzer.within(
        () -> {
          Optional<ParsedQuery> query = parsed(sql, file, new Problems());
          if (query.isPresent()
              && !query.get().isCommand()
              && inputs.keySet().containsAll(QueryRules.tables(query.get()))) {
            analyzed(query.get(), file, inputs, problems)
                .ifPresent(
                    plan ->
                        new ResultColumns(contract, file, problems)
                            .check(query.get().plan(), plan));
          }
          return true;
        });
  }

  /**
   * The columns that a query yields, in order; empty with SQL_INVALID or SQL_FORBIDDEN where it
   * cannot be resolved.
   *
   * @param inputs columns by relation, as {@link #tables} gave it
   */
  public List<YieldedColumn> yields(
      String sql, Place file, Map<String, List<Column>> inputs, Problems problems) {
    return analyzer.within(
        () ->
            parsed(sql, file, new Problems())
                .filter(query -> !query.isCommand())
                .flatMap(query -> analyzed(query, file, inputs, problems))
                .map(YieldedColumn::of)
                .orElse(List.of()));
  }

  @Override
  public ColumnOrigins origins(String sql, Map<String, List<Column>> inputs) {
    return analyzer.within(
        () -> {
          Map<Long, String> relations = new HashMap<>();
          return parsed(sql, AD_HOC, new Problems())
              .filter(query -> !query.isCommand())
              .flatMap(query -> analyzed(query, AD_HOC, inputs, relations, new Problems()))
              .map(plan -> ColumnTrace.of(plan, leaf -> ColumnTrace.named(leaf, relations)))
              .orElse(ColumnOrigins.UNKNOWN);
        });
  }

  @Override
  public void checkPredicate(
      String predicate, List<Column> columns, Place place, Problems problems) {
    analyzer.within(
        () -> {
          predicates.check(predicate, columns, place, problems);
          return true;
        });
  }

  @Override
  public Optional<String> checkClass(
      JavaCondition rule, Workspace workspace, Place place, Problems problems) {
    if (classes == null) {
      classes = DomainClasses.of(workspace);
    }
    return ConditionClass.check(rule.className(), classes, place, problems);
  }

  private Optional<LogicalPlan> analyzed(
      ParsedQuery query, Place file, Map<String, List<Column>> inputs, Problems problems) {
    return analyzed(query, file, inputs, new HashMap<>(), problems);
  }

  /** Fills in the relations by the ids of their columns. */
  private Optional<LogicalPlan> analyzed(
      ParsedQuery query,
      Place file,
      Map<String, List<Column>> inputs,
      Map<Long, String> relations,
      Problems problems) {
    List<Problem> unknown = functions.in(query.plan(), ErrorCode.SQL_INVALID, file);
    if (!unknown.isEmpty()) {
      unknown.forEach(problems::add);
      return Optional.empty();
    }
    LogicalPlan reading =
        query.reading(
            relation -> {
              String name = ParsedQuery.name(relation);
              LocalRelation rows = QueryAnalyzer.relation(inputs.getOrDefault(name, List.of()));
              Trees.list(rows.output()).forEach(c -> relations.put(c.exprId().id(), name));
              return SubqueryAlias$.MODULE$.apply(relation.multipartIdentifier(), rows);
            });
    try {
      LogicalPlan plan = analyzer.analyze(QueryAnalyzer.bound(reading));
      List<Finding> further = new ArrayList<>(PlanPurity.check(plan));
      further.removeAll(query.findings());
      further.forEach(
          finding -> problems.add(finding.problem(ErrorCode.SQL_FORBIDDEN, "A query", file)));
      List<Problem> columns = UnknownColumns.in(plan, ErrorCode.SQL_INVALID, file);
      columns.forEach(problems::add);
      if (columns.isEmpty()) {
        analyzer.check(plan);
        return Optional.of(plan);
      }
    } catch (Exception fault) {
      problems.add(SqlFault.of(analysis(fault), ErrorCode.SQL_INVALID, "The query", file));
    }
    return Optional.empty();
  }

  private static Optional<ParsedQuery> parsed(String sql, Place file, Problems problems) {
    try {
      return Optional.of(ParsedQuery.of(sql));
    } catch (Exception fault) {
      problems.add(SqlFault.of(analysis(fault), ErrorCode.SQL_INVALID, "The query", file));
      return Optional.empty();
    }
  }

  /** Scala declares no checked exceptions, so that only their common parent can be caught. */
  static AnalysisException analysis(Exception fault) {
    if (fault instanceof AnalysisException analysis) {
      return analysis;
    }
    if (fault instanceof RuntimeException defect) {
      throw defect;
    }
    throw new IllegalStateException("Spark failed in an unknown way.", fault);
  }
}
