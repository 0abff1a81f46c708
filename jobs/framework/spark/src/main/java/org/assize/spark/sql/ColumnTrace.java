package org.assize.spark.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationDef;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SetOperation;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.assize.core.lineage.ColumnOrigin;
import org.assize.core.lineage.ColumnOrigin.Kind;
import org.assize.core.lineage.ColumnOrigins;
import org.assize.spark.purity.Trees;
import scala.collection.Seq;

/**
 * Follows the columns of an analysed plan down to those that it reads. Conditions of rows, orders
 * and the partitions of windows are not followed: they choose values and are none.
 */
public final class ColumnTrace {

  private final Function<LogicalPlan, Optional<String>> tables;
  private final Map<Long, Set<ColumnOrigin>> known = new HashMap<>();
  private final Map<Long, List<Attribute>> shared = new HashMap<>();

  private ColumnTrace(Function<LogicalPlan, Optional<String>> tables) {
    this.tables = tables;
  }

  /**
   * The origins of each column of a result.
   *
   * @param tables full name of the table that a leaf of the plan reads; empty for any other
   */
  public static ColumnOrigins of(
      LogicalPlan analyzed, Function<LogicalPlan, Optional<String>> tables) {
    var trace = new ColumnTrace(tables);
    trace.follow(analyzed);
    Map<String, List<ColumnOrigin>> columns = new LinkedHashMap<>();
    for (Attribute column : Trees.list(analyzed.output())) {
      columns.put(column.name(), List.copyOf(trace.of(column)));
    }
    return new ColumnOrigins(columns);
  }

  /** The table of a leaf by the ids of its columns. */
  static Optional<String> named(LogicalPlan leaf, Map<Long, String> relations) {
    return Trees.list(leaf.output()).stream()
        .flatMap(column -> Optional.ofNullable(relations.get(column.exprId().id())).stream())
        .findFirst();
  }

  private void follow(LogicalPlan plan) {
    Trees.list(plan.children()).forEach(this::follow);
    if (plan instanceof CTERelationDef definition) {
      shared.put(definition.id(), Trees.list(definition.child().output()));
    } else if (plan instanceof CTERelationRef reference) {
      same(Trees.list(reference.output()), shared.getOrDefault(reference.cteId(), List.of()));
    } else if (plan.children().isEmpty()) {
      read(plan);
    } else if (plan instanceof Union || plan instanceof SetOperation) {
      Trees.list(plan.children()).forEach(c -> same(columns(plan), columns(c)));
    } else if (plan instanceof Expand expand) {
      expanded(expand);
    } else {
      computed(plan);
    }
  }

  private void read(LogicalPlan leaf) {
    Optional<String> table = tables.apply(leaf);
    for (Attribute column : columns(leaf)) {
      table.ifPresent(name -> learn(column, List.of(ColumnOrigin.of(name, column.name()))));
    }
  }

  private void same(List<Attribute> columns, List<Attribute> others) {
    for (int i = 0; i < Math.min(columns.size(), others.size()); i++) {
      learn(columns.get(i), List.copyOf(of(others.get(i))));
    }
  }

  private void expanded(Expand expand) {
    for (Seq<Expression> projection : Trees.list(expand.projections())) {
      List<Expression> values = Trees.list(projection);
      for (int i = 0; i < values.size(); i++) {
        learn(columns(expand).get(i), of(values.get(i)));
      }
    }
  }

  private void computed(LogicalPlan plan) {
    List<Expression> expressions = Trees.list(plan.expressions());
    for (Expression expression : expressions) {
      if (expression instanceof Alias alias) {
        learn(alias.toAttribute(), of(alias.child()));
      }
    }
    // What a generator makes of its input has no alias.
    Set<Long> given = new TreeSet<>();
    Trees.list(plan.children()).forEach(c -> columns(c).forEach(a -> given.add(a.exprId().id())));
    for (Attribute made : columns(plan)) {
      if (!given.contains(made.exprId().id()) && !known.containsKey(made.exprId().id())) {
        expressions.forEach(each -> learn(made, then(of(each), Kind.TRANSFORMATION)));
      }
    }
  }

  private void learn(Attribute column, Collection<ColumnOrigin> origins) {
    Set<ColumnOrigin> all = known.computeIfAbsent(column.exprId().id(), id -> new TreeSet<>());
    for (ColumnOrigin origin : origins) {
      Kind most = origin.kind();
      for (ColumnOrigin other : List.copyOf(all)) {
        if (other.then(Kind.AGGREGATION).equals(origin.then(Kind.AGGREGATION))) {
          most = most.then(other.kind());
          all.remove(other);
        }
      }
      all.add(origin.then(most));
    }
  }

  private Set<ColumnOrigin> of(Attribute column) {
    return known.getOrDefault(column.exprId().id(), Set.of());
  }

  private List<ColumnOrigin> of(Expression expression) {
    if (expression instanceof Attribute column) {
      return List.copyOf(of(column));
    }
    if (expression instanceof Alias alias) {
      return of(alias.child());
    }
    if (expression instanceof WindowExpression window) {
      return then(of(window.windowFunction()), Kind.TRANSFORMATION);
    }
    if (expression instanceof AggregateExpression aggregate) {
      return then(of((Expression) aggregate.aggregateFunction()), Kind.AGGREGATION);
    }
    if (expression instanceof PlanExpression<?> subquery
        && subquery.plan() instanceof LogicalPlan inner) {
      follow(inner);
      List<ColumnOrigin> yielded = new ArrayList<>();
      columns(inner).forEach(column -> yielded.addAll(of(column)));
      return then(yielded, Kind.TRANSFORMATION);
    }
    List<ColumnOrigin> parts = new ArrayList<>();
    Trees.list(expression.children()).forEach(part -> parts.addAll(of(part)));
    return then(parts, Kind.TRANSFORMATION);
  }

  private static List<ColumnOrigin> then(List<ColumnOrigin> origins, Kind next) {
    return origins.stream().map(origin -> origin.then(next)).toList();
  }

  private static List<Attribute> columns(LogicalPlan plan) {
    return Trees.list(plan.output());
  }
}
