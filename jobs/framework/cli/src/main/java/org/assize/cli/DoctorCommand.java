package org.assize.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.assize.cli.doctor.Doctor;
import org.assize.cli.doctor.Finding;
import org.assize.cli.doctor.Finding.Level;
import org.assize.cli.text.Json;
import org.assize.cli.text.Style;
import org.assize.cli.text.TextTable;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.core.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Tests the machine and, where there is a workspace, its folders. */
@Command(
    footer = {
      "",
      "Tests Java, memory and processors; in a workspace also that landing can be read,",
      "that the warehouse can be written safely, its disk and the clock.",
      "",
      "Examples",
      "  assize doctor",
      "  assize doctor --env prod"
    })
final class DoctorCommand implements Callable<Integer> {

  private final Session session;

  DoctorCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var doctor = new Doctor(session.surroundings().clock());
    List<Finding> findings = new ArrayList<>(doctor.examineMachine());
    session.anyWorkspace().ifPresent(workspace -> examine(workspace, doctor, findings));
    tell(findings);
    int exitCode = exitCode(findings);
    session.answer(
        Json.document("assize.doctor/1")
            .put("exitCode", exitCode)
            .put("findings", findings.stream().map(DoctorCommand::json).toList()));
    return exitCode;
  }

  private void examine(Workspace workspace, Doctor doctor, List<Finding> findings) {
    if (isLocal(workspace.warehouse()) && isLocal(workspace.landing())) {
      findings.addAll(
          doctor.examineFolders(Path.of(workspace.warehouse()), Path.of(workspace.landing())));
    }
  }

  private static boolean isLocal(URI location) {
    return "file".equals(location.getScheme());
  }

  private void tell(List<Finding> findings) {
    Style style = session.console().outStyle();
    var table = TextTable.leftAligned(3);
    for (Finding finding : findings) {
      if (finding.level() != Level.FINE || !session.options().quiet()) {
        String more = finding.mend().isEmpty() ? "" : " " + finding.mend();
        table.row(word(finding.level(), style), finding.subject(), finding.what() + more);
      }
    }
    session.say(table.lines());
  }

  private static String word(Level level, Style style) {
    return switch (level) {
      case FINE -> style.good("fine");
      case DOUBT -> style.doubtful("doubt");
      case FAULT -> style.bad("fault");
    };
  }

  private static int exitCode(List<Finding> findings) {
    List<Problem> faults =
        findings.stream()
            .flatMap(finding -> finding.code().stream().map(code -> problem(code, finding)))
            .toList();
    return faults.isEmpty() ? ExitCode.OK : Failure.of(new PlatformException(faults)).exitCode();
  }

  private static Problem problem(ErrorCode code, Finding finding) {
    return new Problem(code, Place.NOWHERE, finding.what(), "", finding.mend());
  }

  private static Json json(Finding finding) {
    return Json.object()
        .put("subject", finding.subject())
        .put("level", finding.level())
        .put("code", finding.code())
        .put("what", finding.what())
        .put("mend", finding.mend());
  }
}
