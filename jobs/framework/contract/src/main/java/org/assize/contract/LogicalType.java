package org.assize.contract;

/** The logical types of ODCS 3.1, each with the Spark type that it becomes by default. */
public enum LogicalType {
  STRING("string"),
  DATE("date"),
  TIMESTAMP("timestamp"),
  TIME("string"),
  NUMBER("double"),
  INTEGER("bigint"),
  OBJECT("struct"),
  ARRAY("array"),
  BOOLEAN("boolean");

  private final String physicalDefault;

  LogicalType(String physicalDefault) {
    this.physicalDefault = physicalDefault;
  }

  /** The Spark SQL type used where a column names no {@code physicalType}. */
  public String physicalDefault() {
    return physicalDefault;
  }
}
