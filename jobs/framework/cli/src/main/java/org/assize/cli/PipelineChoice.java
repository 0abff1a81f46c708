package org.assize.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.PlatformException;
import org.assize.core.schedule.Pipeline;
import org.assize.core.schedule.PipelineRun;
import org.assize.core.schedule.ScheduleRunner;

/** Finds the pipelines, and runs of them, that people name. */
record PipelineChoice(List<Pipeline> all) {

  /** Those that ids or domains name, each once. */
  List<Pipeline> named(List<String> names) {
    return names.stream().flatMap(name -> named(name).stream()).distinct().toList();
  }

  /** The one that an id names, or a domain that has no other. */
  Pipeline one(String name) {
    List<Pipeline> found = named(name);
    if (found.size() > 1) {
      throw PlatformException.of(
          ErrorCode.USAGE,
          "Domain `" + name + "` has " + found.size() + " pipelines.",
          "",
          "Name one: " + found.stream().map(Pipeline::id).collect(Collectors.joining(", ")) + ".");
    }
    return found.get(0);
  }

  /** The run that a name, its beginning or an occasion means; the newest where there is none. */
  static PipelineRun run(ScheduleRunner runner, Pipeline pipeline, Optional<String> wanted) {
    List<String> known = runner.runs(pipeline);
    String name =
        known.stream()
            .filter(each -> wanted.isEmpty() || each.startsWith(wanted.get()))
            .findFirst()
            .or(() -> wanted)
            .orElseThrow(() -> usage(pipeline.id() + " has not begun yet.", ""));
    return runner
        .find(pipeline, name)
        .orElseThrow(
            () ->
                usage(
                    "No run of " + pipeline.id() + " begins with `" + name + "`.",
                    known.isEmpty() ? "It has not begun yet." : Nearest.hint(name, known)));
  }

  private List<Pipeline> named(String name) {
    List<Pipeline> chosen =
        all.stream().filter(p -> p.id().equals(name) || p.domain().equals(name)).toList();
    if (chosen.isEmpty()) {
      List<String> known = new ArrayList<>(all.stream().map(Pipeline::id).toList());
      all.forEach(pipeline -> known.add(pipeline.domain()));
      throw usage(
          "No pipeline or domain is called `" + name + "`.",
          all.isEmpty() ? "No table has a schedule." : Nearest.hint(name, known));
    }
    return chosen;
  }

  private static PlatformException usage(String problem, String mend) {
    return PlatformException.of(ErrorCode.USAGE, problem, "", mend);
  }
}
