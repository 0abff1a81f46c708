package org.assize.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One way of doing the work. */
interface Contender {

  /** What it is called in the table. */
  String name();

  /** Everything that is not measured, for example laying out folders. */
  void prepare(Path csv, Path folder) throws IOException;

  /** The command that does the whole work in one process, started in the folder. */
  List<String> command(Path csv, Path folder);

  Tables tables();
}
