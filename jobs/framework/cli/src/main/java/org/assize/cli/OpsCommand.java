package org.assize.cli;

import org.assize.cli.text.Json;
import org.assize.cli.text.Numbers;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Care for the ledger. */
@Command(footer = {"", "Examples", "  assize ops rebuild"})
final class OpsCommand {

  private final Session session;

  OpsCommand(Session session) {
    this.session = session;
  }

  @Command(
      description = "Restore what the ledger must know from the tables' own logs.",
      footer = {"", "Examples", "  assize ops rebuild --env prod"})
  int rebuild() {
    CheckedWorkspace checked = session.checked();
    try (OpenEngine engine = session.open(checked.workspace())) {
      int restored = engine.rebuildLedger(checked.graph());
      session.say(
          "Restored " + Numbers.count(restored) + (restored == 1 ? " batch." : " batches."));
      session.answer(Json.document("assize.rebuild/1").put("batchesRestored", restored));
      return ExitCode.OK;
    }
  }
}
