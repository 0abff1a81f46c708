package org.assize.spark.sql;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.CTESubstitution$;
import org.apache.spark.sql.catalyst.analysis.NameParameterizedQuery;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias$;
import org.apache.spark.sql.types.DataTypes;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.spark.delta.Scala;
import scala.runtime.AbstractPartialFunction;

/** Runs a query over given frames: no catalogue, so a query sees nothing that it was not given. */
public final class BoundQuery {

  private BoundQuery() {}

  /**
   * The result of a query.
   *
   * @param frames rows by relation as the query writes it, {@code database.table}
   * @param parameters named timestamp parameters; those that the query does not use are ignored
   */
  public static Dataset<Row> run(
      SparkSession spark,
      String sql,
      Map<String, Dataset<Row>> frames,
      Map<String, Instant> parameters) {
    LogicalPlan parsed = parsed(spark, sql);
    LogicalPlan bound =
        CTESubstitution$.MODULE$.apply(parsed).transformUpWithSubqueries(new Binding(frames));
    Map<String, Expression> literals = new HashMap<>();
    parameters.forEach(
        (name, instant) -> {
          long micros =
              Math.addExact(
                  Math.multiplyExact(instant.getEpochSecond(), 1_000_000L),
                  instant.getNano() / 1_000);
          literals.put(name, new Literal(micros, DataTypes.TimestampType));
        });
    LogicalPlan query =
        literals.isEmpty() ? bound : new NameParameterizedQuery(bound, Scala.map(literals));
    try {
      return Dataset.ofRows(spark, query);
    } catch (Exception fault) {
      throw PlatformException.of(problem(CatalystInspector.analysis(fault)));
    }
  }

  private static LogicalPlan parsed(SparkSession spark, String sql) {
    try {
      return spark.sessionState().sqlParser().parsePlan(sql);
    } catch (ParseException e) {
      throw PlatformException.of(problem(e));
    }
  }

  private static Problem problem(AnalysisException fault) {
    return SqlFault.of(fault, ErrorCode.SQL_INVALID, "The query", Place.NOWHERE);
  }

  private static final class Binding extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {

    private static final long serialVersionUID = 1L;
    private final transient Map<String, Dataset<Row>> frames;

    Binding(Map<String, Dataset<Row>> frames) {
      this.frames = frames;
    }

    @Override
    public boolean isDefinedAt(LogicalPlan plan) {
      return plan instanceof UnresolvedRelation relation && frames.containsKey(name(relation));
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
      UnresolvedRelation relation = (UnresolvedRelation) plan;
      LogicalPlan rows =
          Objects.requireNonNull(frames.get(name(relation))).queryExecution().analyzed();
      return SubqueryAlias$.MODULE$.apply(relation.multipartIdentifier(), rows);
    }

    private static String name(UnresolvedRelation relation) {
      return relation.multipartIdentifier().mkString(".");
    }
  }
}
