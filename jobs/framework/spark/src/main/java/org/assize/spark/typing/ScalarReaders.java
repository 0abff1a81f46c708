package org.assize.spark.typing;

import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.assize.contract.ValueFormats;

/** The reader of each type, under the formats of one source. */
final class ScalarReaders {

  private final ValueFormats formats;
  private final Texts nulls;

  ScalarReaders(ValueFormats formats) {
    this.formats = formats;
    this.nulls = Texts.of(formats.nulls());
  }

  /** Empty for types that are no scalars of a table. */
  Optional<ScalarReader> find(DataType type) {
    return values(type).map(reader -> new ScalarReader(reader, nulls));
  }

  private Optional<ValueReader> values(DataType type) {
    if (type instanceof DecimalType decimal) {
      return Optional.of(new DecimalReader(decimal.precision(), decimal.scale()));
    }
    return switch (type.typeName()) {
      case "string" -> Optional.of(new TextReader());
      case "boolean" -> Optional.of(BooleanReader.of(formats));
      case "byte" -> Optional.of(WholeReader.ofByte());
      case "short" -> Optional.of(WholeReader.ofShort());
      case "integer" -> Optional.of(WholeReader.ofInt());
      case "long" -> Optional.of(WholeReader.ofLong());
      case "float" -> Optional.of(new FloatReader());
      case "double" -> Optional.of(new DoubleReader());
      case "date" -> Optional.of(new DateReader(TemporalText.dates(formats.dates())));
      case "timestamp" ->
          Optional.of(
              new TimestampReader(
                  TemporalText.timestamps(formats.timestamps()),
                  new LocalTimes(formats.timezone())));
      default -> Optional.empty();
    };
  }
}
