package org.assize.contract.reader;

import java.util.List;
import org.assize.contract.LogicalType;
import org.assize.contract.StandardContract;
import org.assize.contract.StandardContract.Field;
import org.assize.contract.StandardContract.Required;
import org.assize.contract.StandardContract.Table;
import org.assize.contract.yaml.Mapping;

/** A contract of the standard out of its mapping. */
final class StandardMapper {

  private StandardMapper() {}

  static StandardContract contract(Mapping written) {
    return new StandardContract(
        written.text("apiVersion").orElse(""),
        written.text("id").orElse(""),
        written.text("version").orElse(""),
        written.text("status").orElse(""),
        written.mappings("schema").stream().map(StandardMapper::table).toList());
  }

  private static Table table(Mapping written) {
    return new Table(
        written.text("name").orElse(""), written.text("description").orElse(""), fields(written));
  }

  private static List<Field> fields(Mapping owner) {
    return owner.mappings("properties").stream().map(StandardMapper::field).toList();
  }

  private static Field field(Mapping written) {
    return new Field(
        written.text("name").orElse(""),
        written.text("logicalType").flatMap(word -> Words.find(LogicalType.class, word)),
        written.text("physicalType"),
        written.text("description").orElse(""),
        required(written),
        written.mapping("items").map(StandardMapper::fields).orElseGet(() -> fields(written)));
  }

  private static Required required(Mapping written) {
    if (written.isTrue("primaryKey")) {
      return Required.KEY;
    }
    return written.isTrue("required") ? Required.YES : Required.NO;
  }
}
