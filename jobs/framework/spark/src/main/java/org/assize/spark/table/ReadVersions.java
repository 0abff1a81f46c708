package org.assize.spark.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assize.contract.DatasetName;
import org.assize.core.TableTask;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.ledger.Batch;

/** Which versions of other tables a batch reads. */
final class ReadVersions {

  private ReadVersions() {}

  static Map<DatasetName, Long> of(TableTask task, Batch batch) {
    Map<DatasetName, Long> versions = new LinkedHashMap<>();
    for (DatasetName need : task.definition().needs()) {
      for (UpstreamRange range : batch.inputs().upstream()) {
        if (range.table().equals(need.toString())) {
          versions.put(need, range.to());
        }
      }
    }
    return versions;
  }
}
