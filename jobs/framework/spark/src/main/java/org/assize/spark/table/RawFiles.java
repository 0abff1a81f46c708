package org.assize.spark.table;

import java.util.List;
import org.apache.spark.sql.delta.actions.AddFile;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.spark.delta.CommitNote.UpstreamRange;
import org.assize.spark.delta.StoredTable;

/** The files of a raw table that a version range added. */
final class RawFiles {

  private RawFiles() {}

  static List<AddFile> of(StoredTable raw, UpstreamRange range) {
    return raw.added(range.from(), range.to())
        .orElseThrow(
            () ->
                PlatformException.of(
                    ErrorCode.INPUT_CHANGED,
                    "What was added to " + raw.name() + " cannot be told from its log any more.",
                    "Its log is past its retention, or files were removed from it.",
                    "Run with --restate to read the whole raw table again."));
  }
}
