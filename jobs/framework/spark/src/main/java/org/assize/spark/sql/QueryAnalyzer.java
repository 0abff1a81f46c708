package org.assize.spark.sql;

import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.analysis.FakeV2SessionCatalog$;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry$;
import org.apache.spark.sql.catalyst.analysis.NameParameterizedQuery;
import org.apache.spark.sql.catalyst.analysis.TableFunctionRegistry$;
import org.apache.spark.sql.catalyst.catalog.InMemoryCatalog;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.connector.catalog.CatalogManager;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.internal.SQLConf$;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assize.contract.Column;
import org.assize.spark.purity.Trees;
import org.assize.spark.session.SessionSettings;
import scala.Option;
import scala.Tuple2;

/** Catalyst's analyser over an empty catalogue: no session, no context, no data. */
final class QueryAnalyzer {

  private final SQLConf conf = SessionSettings.conf();
  private final FunctionRegistry functions = FunctionRegistry$.MODULE$.builtin();
  private final List<String> names =
      Trees.list(functions.listFunction()).stream().map(FunctionIdentifier::funcName).toList();
  private final Analyzer analyzer = within(this::analyzer);

  private Analyzer analyzer() {
    var catalog =
        new SessionCatalog(
            new InMemoryCatalog(new org.apache.spark.SparkConf(false), new Configuration(false)),
            functions,
            TableFunctionRegistry$.MODULE$.builtin(),
            conf);
    return new Analyzer(new CatalogManager(FakeV2SessionCatalog$.MODULE$, catalog));
  }

  /** Does something under the settings that queries run with. */
  <T> T within(Supplier<T> work) {
    return SQLConf$.MODULE$.withExistingConf(conf, work::get);
  }

  /**
   * Resolves what can be resolved; what cannot is left in the plan. Throws Spark's {@code
   * AnalysisException}, which Scala does not declare, for faults that stop it.
   */
  LogicalPlan analyze(LogicalPlan plan) {
    return analyzer.execute(plan);
  }

  /** Throws Spark's undeclared {@code AnalysisException} for the first fault of a plan. */
  void check(LogicalPlan analyzed) {
    analyzer.checkAnalysis(analyzed);
  }

  /** The names of Spark's own functions. */
  List<String> functionNames() {
    return names;
  }

  /** Spark's group of a function, for example {@code agg_funcs}; empty when it has none. */
  String functionGroup(String name) {
    Option<ExpressionInfo> info = functions.lookupFunction(new FunctionIdentifier(name));
    return info.isDefined() ? info.get().getGroup() : "";
  }

  /** An empty relation with a contract's columns. */
  static LocalRelation relation(List<Column> columns) {
    var schema = new StructType();
    for (Column column : columns) {
      schema = schema.add(column.name(), type(column));
    }
    return LocalRelation$.MODULE$.apply(schema);
  }

  /** The type that a column promises. */
  static DataType type(Column column) {
    return CatalystSqlParser$.MODULE$.parseDataType(column.physicalType());
  }

  /** A plan in which {@code :interval_start} and {@code :interval_end} have values. */
  static LogicalPlan bound(LogicalPlan plan) {
    scala.collection.immutable.Map<String, Expression> values =
        scala.collection.immutable.Map$.MODULE$.empty();
    for (String name : QueryRules.PARAMETERS) {
      values = values.$plus(new Tuple2<>(name, new Literal(0L, DataTypes.TimestampType)));
    }
    return new NameParameterizedQuery(plan, values);
  }
}
