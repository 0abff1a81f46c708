package org.assize.spark.table;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.DatasetName;
import org.assize.core.TableTask;
import org.assize.core.lineage.ReadVersion;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.ledger.Batch;

/** Which versions of other tables a batch reads. */
final class ReadVersions {

  private ReadVersions() {}

  static Map<DatasetName, ReadVersion> of(TableTask task, Batch batch) {
    Map<DatasetName, ReadVersion> versions = new LinkedHashMap<>();
    for (DatasetName need : task.definition().needs()) {
      for (UpstreamRange range : batch.inputs().upstream()) {
        if (range.table().equals(need.toString())) {
          Optional<URI> elsewhere = Optional.ofNullable(range.warehouse()).map(URI::create);
          versions.put(need, new ReadVersion(range.to(), elsewhere));
        }
      }
    }
    return versions;
  }
}
