package org.assize.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assize.core.Counts;
import org.assize.core.TableOutcome;
import org.assize.core.TableOutcome.Status;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code docs/how-to-add-a-table.md}: its files as they stand there, in their order. */
@Tag("spark")
class HowToAddATableTest {

  private static final Pattern FILE =
      Pattern.compile(
          "`((?:landing|schemas|jobs)/[^`]+)`[^`\\n]*:\\n```[a-z]+\\n(.*?)```", Pattern.DOTALL);

  private static final String NEXT_WEEK = "landing/victims/return_2026-11-23.csv";

  @Test
  void the_page_works_as_it_is_written(@TempDir Path folder) throws IOException {
    Map<String, String> files = files();
    String nextWeek = files.remove(NEXT_WEEK);
    Installation installation = Installation.empty(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      installation.write(file.getKey(), file.getValue());
    }

    TableOutcome first = installation.run().get("victims/referral");

    assertThat(first.counts())
        .containsEntry(Counts.ROWS, 7L)
        .containsEntry(Counts.COMMITTED, 3L)
        .containsEntry(Counts.REPEATS, 1L)
        .containsEntry(Counts.QUARANTINED, 3L);
    assertThat(first.broken())
        .containsEntry("age_band_valid", 1L)
        .containsEntry("contact_follows_referral", 1L)
        .containsEntry("referred_on_type", 1L)
        .containsEntry("referred_on_required", 1L)
        .containsEntry("referral_id_required", 1L);

    installation.write(NEXT_WEEK, nextWeek);
    installation.run();

    assertThat(installation.count("victims_curated.referral")).isEqualTo(4);
    assertThat(
            installation.query(
                "SELECT CAST(first_contact_on AS string) FROM victims_curated.referral"
                    + " WHERE referral_id = 'R-0002'"))
        .singleElement()
        .satisfies(row -> assertThat(row.getString(0)).isEqualTo("2026-11-17"));
    assertThat(
            installation.query(
                "SELECT provider_code, referrals, contacted_within_5_days"
                    + " FROM victims_published.referral_monthly ORDER BY provider_code"))
        .extracting(row -> row.mkString(","))
        .containsExactly("NORTH,3,2", "SOUTH,1,0");
    assertThat(installation.run().values())
        .allSatisfy(outcome -> assertThat(outcome.status()).isEqualTo(Status.UP_TO_DATE));
  }

  private static Map<String, String> files() throws IOException {
    String page = Files.readString(Installation.repository().resolve("docs/how-to-add-a-table.md"));
    Map<String, String> files = new LinkedHashMap<>();
    Matcher matcher = FILE.matcher(page);
    while (matcher.find()) {
      files.put(matcher.group(1), matcher.group(2));
    }
    assertThat(files).hasSize(6);
    return files;
  }
}
