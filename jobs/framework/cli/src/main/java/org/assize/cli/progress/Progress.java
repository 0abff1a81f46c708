package org.assize.cli.progress;

import org.assize.core.RunListener;

/** Shows how a run goes on until it is closed; afterwards the screen is as if it had not been. */
public interface Progress extends AutoCloseable {

  /** Shows nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public RunListener listener() {
          return RunListener.SILENT;
        }

        @Override
        public void close() {}
      };

  /** Hears what is to be shown. Calls may come from several threads. */
  RunListener listener();

  @Override
  void close();
}
