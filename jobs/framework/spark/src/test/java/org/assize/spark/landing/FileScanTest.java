package org.assize.spark.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assize.spark.landing.Landings.HADOOP;
import static org.assize.spark.landing.Landings.deliver;
import static org.assize.spark.landing.Landings.scanned;
import static org.assize.spark.landing.Landings.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.assize.contract.Format;
import org.assize.contract.Source;
import org.assize.contract.ValueFormats;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileScanTest {

  private static final Source CSV = source(Format.CSV, "a.csv");

  @TempDir private Path root;

  @Test
  void a_csv_file_is_measured_in_one_pass() {
    ScannedFile file = scan("\uFEFFid,\"no\nte\"\r\n1,\"x\ny\"\r\n\r\n2,z", CSV, 1);

    assertThat(file.header()).isEqualTo("id,\"no\nte\"");
    assertThat(file.records()).isEqualTo(2);
    assertThat(file.bytes()).isEqualTo(29);
    assertThat(file.ranges()).containsExactly(new Range(15, 23), new Range(26, 29));
    assertThat(file.sha256())
        .isEqualTo("66afebc765d2e657767c135ee07d90d801ccc6619d401f5bb5f0536caeb51929");
  }

  @Test
  void records_gather_in_ranges_of_about_the_asked_size() {
    ScannedFile file = scan("h\n" + "abcd\n".repeat(10), CSV, 12);

    assertThat(file.ranges())
        .containsExactly(new Range(2, 17), new Range(17, 32), new Range(32, 47), new Range(47, 52));
  }

  @Test
  void a_file_without_records_has_no_ranges() {
    assertThat(scan("", CSV, 1)).returns(0L, ScannedFile::records).returns("", ScannedFile::header);
    assertThat(scan("id,name\n", CSV, 1))
        .returns(0L, ScannedFile::records)
        .returns("id,name", ScannedFile::header)
        .returns(List.of(), ScannedFile::ranges);
    assertThat(scan("\uFEFF", CSV, 1)).returns(List.of(), ScannedFile::ranges);
    assertThat(scan(" \n\n", source(Format.JSONL, "a.csv"), 1)).returns(0L, ScannedFile::records);
    assertThat(scan("\n", source(Format.JSON, "a.csv"), 1)).returns(0L, ScannedFile::records);
  }

  @Test
  void ranges_cover_every_record_once() {
    var random = new Random(4);
    for (int i = 0; i < 500; i++) {
      String text = RecordOracle.text(random, "a,\"\n\r", 60);
      List<RecordOracle.Found> expected = RecordOracle.csv(text, ',');

      ScannedFile file = scan(text, CSV, random.nextInt(20));

      assertThat(file.records()).as(text).isEqualTo(Math.max(0, expected.size() - 1));
      for (RecordOracle.Found record :
          expected.subList(Math.min(1, expected.size()), expected.size())) {
        assertThat(file.ranges())
            .as(text)
            .filteredOn(
                range ->
                    range.start() <= record.locator()
                        && record.locator() + record.text().length() <= range.end())
            .hasSize(1);
      }
    }
  }

  @Test
  void a_file_that_is_not_as_listed_is_not_taken() throws IOException {
    Path path = deliver(root, "a.csv", "id\n1\n");
    LandedFile listed = LandingFolder.list(CSV, root.toUri(), HADOOP, new Problems()).get(0);

    Files.setLastModifiedTime(path, FileTime.fromMillis(listed.modifiedMillis() + 1000));
    assertChanged(listed);

    Files.setLastModifiedTime(path, FileTime.fromMillis(listed.modifiedMillis()));
    assertThat(FileScan.scan(listed, CSV, HADOOP).records()).isEqualTo(1);

    Files.writeString(path, "id\n1\n2\n");
    Files.setLastModifiedTime(path, FileTime.fromMillis(listed.modifiedMillis()));
    assertChanged(listed);

    Files.delete(path);
    assertChanged(listed);
  }

  @Test
  void a_file_that_cannot_be_read_is_named() {
    var nowhere = new LandedFile("nosuchstore://x/in/a.csv", new TreeMap<>(), 1, 1);

    assertThatThrownBy(() -> FileScan.scan(nowhere, CSV, HADOOP))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            "FILE_UNREADABLE: a.csv cannot be read. The store failed."
                + " Make the file readable, or have it delivered again.");
  }

  @Test
  void a_file_that_may_not_be_read_says_so() throws IOException {
    Path path = deliver(root, "a.csv", "id\n");
    var hadoop = new Configuration();
    hadoop.setClass("fs.locked.impl", LockedFiles.class, FileSystem.class);
    long modified = Files.getLastModifiedTime(path).toMillis();
    var locked = new LandedFile("locked:" + path, new TreeMap<>(), 3, modified);

    assertThatThrownBy(() -> FileScan.scan(locked, CSV, hadoop))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            "NO_PERMISSION: a.csv cannot be read. The user of this run has no right to it."
                + " Make the file readable, or have it delivered again.");
  }

  @Test
  void a_delimiter_of_several_bytes_is_refused() {
    deliver(root, "a.csv", "id\n");
    Source broken = source(Format.CSV, "a.csv", '\u00a6', ValueFormats.DEFAULT);

    assertThatThrownBy(() -> scanned(root, broken, 1))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            "schemas/tests/thing.odcs.yaml:7: UNSUPPORTED: The delimiter of source thing is not an"
                + " ASCII character. Delimiters of several bytes, quotes and line ends cannot be"
                + " used. Use a comma, semicolon, tab or bar.");
  }

  private static void assertChanged(LandedFile file) {
    assertThatThrownBy(() -> FileScan.scan(file, CSV, HADOOP))
        .isInstanceOf(PlatformException.class)
        .hasMessage(
            "INPUT_CHANGED: a.csv changed or vanished while it was being taken. Its size or time"
                + " differs from when it was listed. Run again when the delivery is complete;"
                + " deliver under a name ending in .part first.");
  }

  private ScannedFile scan(String text, Source source, long rangeBytes) {
    deliver(root, "a.csv", text.getBytes(StandardCharsets.UTF_8));
    return scanned(root, source, rangeBytes).get(0);
  }
}
