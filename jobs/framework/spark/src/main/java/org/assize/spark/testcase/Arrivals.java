package org.assize.spark.testcase;

import java.util.List;
import org.assize.core.Definition;

/** What a case has before the table is run, and what comes before each of its runs. */
interface Arrivals {

  /** How many runs there are. */
  int parts();

  /** Puts what is there before the first part comes. */
  void place(CaseWarehouse warehouse);

  /** Brings a part; answers the tables that are to be run before the table itself. */
  List<Definition> bring(int part, CaseWarehouse warehouse);
}
