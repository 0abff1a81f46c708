package org.assize.spark.typing;

import java.util.Optional;
import org.assize.contract.Column;
import org.assize.contract.DataContract;
import org.assize.contract.Format;
import org.assize.contract.SourceUse;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;

/** The parser of a source's format, once everything that it reads is known to be readable. */
final class RecordParsers {

  private static final String DOCUMENT = "$";

  private RecordParsers() {}

  static RecordParser of(RowLayout layout, DataContract contract, SourceUse use) {
    var problems = new Problems();
    for (String placeholder : layout.placeholders()) {
      if (TypedFrame.isOwn("_" + placeholder)) {
        String problem = "{" + placeholder + "} of source " + use.source().name() + " is taken.";
        invalid(problems, use.source().place(), problem);
      }
    }
    boolean isCsv = use.source().format() == Format.CSV;
    if (isCsv) {
      checkCsv(layout, contract, use, problems);
    } else {
      checkJson(layout, contract, use, problems);
    }
    problems.throwIfAny();
    return isCsv
        ? new CsvRecordParser(layout, use.source().formats(), use.source().delimiter())
        : new JsonRecordParser(layout, use.source().formats(), use.rows().orElse(DOCUMENT));
  }

  private static void checkCsv(
      RowLayout layout, DataContract contract, SourceUse use, Problems problems) {
    if (use.rows().isPresent()) {
      invalid(
          problems,
          contract.place(),
          "`rows` is a path in JSON; source " + use.source().name() + " is CSV.");
    }
    var types = new ScalarReaders(use.source().formats());
    for (Target target : layout.columns()) {
      if (types.find(target.type()).isEmpty()) {
        problems.add(
            ErrorCode.UNSUPPORTED,
            place(contract, target),
            target.name() + " is " + target.type().sql() + ", which CSV has no text for.",
            "",
            "Read it as a string.");
      }
    }
  }

  private static void checkJson(
      RowLayout layout, DataContract contract, SourceUse use, Problems problems) {
    String rows = use.rows().orElse(DOCUMENT);
    Optional<JsonPath> path = JsonPath.parse(rows).filter(JsonPath::isAbsolute);
    if (path.isEmpty()) {
      invalid(problems, contract.place(), "`rows: " + rows + "` is no path such as $.a.b[*].");
      return;
    }
    var compiler =
        new JsonCompiler(
            new JsonRows(path.get().steps()), layout.placeholders(), use.source().formats());
    for (Target target : layout.columns()) {
      try {
        compiler.column(target);
      } catch (JsonCompiler.Unreadable unreadable) {
        String problem = target.name() + " " + unreadable.getMessage() + ".";
        invalid(problems, place(contract, target), problem);
      }
    }
  }

  private static void invalid(Problems problems, Place place, String problem) {
    problems.add(ErrorCode.CONTRACT_INVALID, place, problem, "", "");
  }

  private static Place place(DataContract contract, Target target) {
    return contract.column(target.name()).map(Column::place).orElse(contract.place());
  }
}
