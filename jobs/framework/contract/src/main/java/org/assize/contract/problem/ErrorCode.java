package org.assize.contract.problem;

/** Stable names of failures: never reused, never renamed. {@code explain CODE} prints them. */
public enum ErrorCode {
  YAML_SYNTAX(ErrorType.USER, "The file is not valid YAML."),
  UNKNOWN_KEY(ErrorType.USER, "A key that the contract language does not know."),
  UNKNOWN_VALUE(ErrorType.USER, "A value outside the list of allowed values."),
  MISSING_KEY(ErrorType.USER, "A key that must be there is missing."),
  WRONG_TYPE(ErrorType.USER, "A value has the wrong type or shape."),
  DUPLICATE_ID(ErrorType.USER, "Two things that must be unique share one name."),
  CONTRACT_INVALID(ErrorType.USER, "A contract contradicts itself or the standard."),
  UNSUPPORTED(ErrorType.USER, "The standard allows it; this version of Assize does not yet."),
  UNKNOWN_COLUMN(ErrorType.USER, "A name that is no column of the table."),
  UNKNOWN_TABLE(ErrorType.USER, "A name that is no table of the workspace."),
  UNKNOWN_SOURCE(ErrorType.USER, "A name that is no source of the domain."),
  UNKNOWN_CODE(ErrorType.USER, "No such error code."),
  RULE_INVALID(ErrorType.USER, "A rule cannot be read, or names what is not there."),
  SQL_INVALID(ErrorType.USER, "The query cannot be parsed or resolved."),
  SQL_FORBIDDEN(ErrorType.USER, "The query uses what a transform may not use."),
  SQL_MISSING(ErrorType.USER, "A derived table has no query and no class."),
  SCHEMA_MISMATCH(ErrorType.USER, "What a transform yields differs from its contract."),
  TRANSFORM_INVALID(ErrorType.USER, "The class of a transform cannot be used."),
  TRANSFORM_FORBIDDEN(ErrorType.FAILED, "A transform does what no transform may do."),
  CYCLE(ErrorType.USER, "Tables that need each other."),
  WORKSPACE_INVALID(ErrorType.USER, "The workspace or its settings cannot be used."),
  USAGE(ErrorType.USER, "The command line cannot be understood."),
  NO_PERMISSION(ErrorType.USER, "A path may not be read or written."),
  LANDING_MISSING(ErrorType.NOT_READY, "The landing folder of a source does not exist."),
  INPUT_MISSING(ErrorType.NOT_READY, "A needed table has not been built yet."),
  FILE_UNREADABLE(ErrorType.FAILED, "A delivered file cannot be read."),
  FILE_REFUSED(ErrorType.FAILED, "A delivered file was refused whole."),
  INPUT_CHANGED(ErrorType.FAILED, "An input of an open batch changed or vanished."),
  CONSERVATION(ErrorType.INTERNAL, "Rows in and rows out do not add up."),
  INTERVAL_OVERRUN(ErrorType.FAILED, "A transform gave rows outside its interval."),
  CONFLICT(ErrorType.TRANSIENT, "Another run kept writing the same table."),
  DISK_FULL(ErrorType.TRANSIENT, "No space is left where the warehouse lives."),
  STORE_UNAVAILABLE(ErrorType.TRANSIENT, "The store did not answer as expected."),
  TABLE_FAILED(ErrorType.FAILED, "The work on a table failed."),
  INTERNAL(ErrorType.INTERNAL, "A defect of Assize itself.");

  private final ErrorType type;
  private final String meaning;

  ErrorCode(ErrorType type, String meaning) {
    this.type = type;
    this.meaning = meaning;
  }

  /** Who can mend it, and the exit code. */
  public ErrorType type() {
    return type;
  }

  /** One sentence for {@code explain}. */
  public String meaning() {
    return meaning;
  }
}
