package org.assize.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assize.cli.text.Json;
import org.assize.cli.text.TextTable;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.ErrorType;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Prints what an error code means; without one, lists them all. */
@Command(footer = {"", "Examples", "  assize explain SCHEMA_MISMATCH", "  assize explain"})
final class ExplainCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "CODE",
      arity = "0..1",
      description = "The word in capitals before the message. Default: list all codes.")
  private Optional<String> code = Optional.empty();

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<ErrorCode> codes = code.map(ExplainCommand::find).map(List::of).orElse(all());
    if (code.isPresent()) {
      tell(codes.get(0));
    } else {
      list(codes);
    }
    session.answer(
        Json.document("assize.explain/1")
            .put("codes", codes.stream().map(ExplainCommand::json).toList()));
    return ExitCode.OK;
  }

  private static List<ErrorCode> all() {
    return List.of(ErrorCode.values());
  }

  private static ErrorCode find(String word) {
    String wanted = word.toUpperCase(Locale.ROOT).replace('-', '_');
    return all().stream()
        .filter(each -> each.name().equals(wanted))
        .findFirst()
        .orElseThrow(() -> unknown(word));
  }

  private static PlatformException unknown(String word) {
    List<String> names = Arrays.stream(ErrorCode.values()).map(ErrorCode::name).toList();
    String hint = Nearest.hint(word, names);
    return PlatformException.of(
        new Problem(
            ErrorCode.UNKNOWN_CODE,
            Place.NOWHERE,
            "There is no error code `" + word + "`.",
            "",
            hint.isEmpty() ? ErrorCode.UNKNOWN_CODE.mend() : hint));
  }

  private void tell(ErrorCode found) {
    session.say(session.console().outStyle().bold(found.name()) + ": " + found.meaning());
    session.say("");
    session.say("Usual cause: " + found.cause());
    session.say("What to do:  " + found.mend());
    session.say("Exit code:   " + found.type().exitCode() + ", " + sense(found.type()));
  }

  private static String sense(ErrorType type) {
    return switch (type) {
      case USER -> "bad configuration, usage or permission: mend it, then run again";
      case FAILED -> "failed: running again changes nothing until the cause is mended";
      case INTERNAL -> "a defect: running again changes nothing";
      case NOT_READY -> "not ready: run again once the input is there";
      case TRANSIENT -> "a passing fault: run again";
    };
  }

  private void list(List<ErrorCode> codes) {
    var table = TextTable.leftAligned(3);
    codes.forEach(each -> table.row(each.name(), "" + each.type().exitCode(), each.meaning()));
    session.say(table.lines());
  }

  private static Json json(ErrorCode each) {
    return Json.object()
        .put("code", each)
        .put("type", each.type())
        .put("exitCode", each.type().exitCode())
        .put("meaning", each.meaning())
        .put("cause", each.cause())
        .put("mend", each.mend());
  }
}
