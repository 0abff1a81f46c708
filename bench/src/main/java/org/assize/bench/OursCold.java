package org.assize.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Assize through its launcher, as a person starts it. */
record OursCold(Path root) implements Contender {

  @Override
  public String name() {
    return "Assize";
  }

  @Override
  public void prepare(Path csv, Path folder) throws IOException {
    BenchWorkspace.lay(root, csv, folder);
  }

  @Override
  public List<String> command(Path csv, Path folder) {
    return List.of(root.resolve("assize").toString(), "run", "--workspace", folder.toString());
  }

  @Override
  public Tables tables() {
    return Tables.ASSIZE;
  }
}
