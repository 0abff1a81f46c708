package org.assize.spark.law;

import java.util.List;
import org.assize.contract.DatasetName;
import org.assize.core.RunListener;

/** Runs that are killed at one of their steps. */
final class Kills {

  private Kills() {}

  /** Keeps the steps of a run, each as {@code table: step}. */
  static RunListener recording(List<String> steps) {
    return new RunListener() {
      @Override
      public synchronized void step(DatasetName table, String step) {
        steps.add(table + ": " + step);
      }
    };
  }

  /** Kills a run at its n-th step; one that has fewer ends undisturbed. */
  static void at(TestWorkspace workspace, int number) {
    run(
        workspace,
        new RunListener() {
          private int seen;

          @Override
          public synchronized void step(DatasetName table, String step) {
            if (seen++ == number) {
              throw new Killed();
            }
          }
        });
  }

  /** Kills where any table comes to a step. */
  static RunListener listener(String at) {
    return new RunListener() {
      @Override
      public void step(DatasetName table, String step) {
        if (step.equals(at)) {
          throw new Killed();
        }
      }
    };
  }

  /** Kills a run where a table comes to a step. */
  static void at(TestWorkspace workspace, String tableAndStep) {
    run(
        workspace,
        new RunListener() {
          @Override
          public void step(DatasetName table, String step) {
            if (tableAndStep.equals(table + ": " + step)) {
              throw new Killed();
            }
          }
        });
  }

  private static void run(TestWorkspace workspace, RunListener killer) {
    try {
      workspace.run(killer);
    } catch (Killed expected) {
      return;
    }
  }

  /** An Error, since nothing of the engine may answer it: as good as a kill. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
