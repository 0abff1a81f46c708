package org.assize.bench;

import java.nio.file.Path;

/** One measured run: who, where its tables are, what it cost and how much it wrote. */
record Result(Contender contender, Path folder, Cost cost, long bytesWritten) {}
