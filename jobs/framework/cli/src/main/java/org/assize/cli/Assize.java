package org.assize.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line without a verb: only help and version. */
@Command(
    name = "assize",
    customSynopsis = "assize VERB [ARGUMENTS] [OPTIONS]",
    description = "Files in, tables out: one contract per table, on Spark and Delta Lake.",
    versionProvider = Version.class,
    optionListHeading = "%nOptions of every verb%n")
final class Assize implements Callable<Integer> {

  @SuppressWarnings("UnusedVariable") // The parser reads it.
  @Mixin
  private final CommonOptions options;

  @SuppressWarnings("UnusedVariable") // The parser reads it.
  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Spec private CommandSpec spec = CommandSpec.create();

  Assize(Session session) {
    this.options = session.options();
  }

  @Override
  public Integer call() {
    CommandLine self = spec.commandLine();
    self.usage(self.getErr());
    return ExitCode.USAGE;
  }
}
