package org.assize.cli.quality;

import java.util.List;
import org.assize.core.RuleResult.Effect;

/** What became of the last batch of a table that was judged. */
public enum Standing {
  /** Nothing was judged yet. */
  UNKNOWN("Not run yet", Tone.QUIET),
  PUBLISHED("Published", Tone.GOOD),
  REFUSED("Published, rows refused", Tone.DOUBTFUL),
  WARNED("Published with warnings", Tone.DOUBTFUL),
  /** A rule held the batch and somebody accepted it. */
  ACCEPTED("Published by decision", Tone.DOUBTFUL),
  HELD("Held back", Tone.BAD);

  private final String words;
  private final Tone tone;

  Standing(String words, Tone tone) {
    this.words = words;
    this.tone = tone;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** How much it asks of them. */
  public Tone tone() {
    return tone;
  }

  /** From the last readings of all rules of one batch. */
  static Standing of(List<Reading> batch) {
    if (batch.isEmpty()) {
      return UNKNOWN;
    }
    if (batch.stream().anyMatch(Reading::isHeld)) {
      return HELD;
    }
    List<Effect> effects = batch.stream().map(Reading::effect).toList();
    if (effects.contains(Effect.HELD)) {
      return ACCEPTED;
    }
    if (effects.contains(Effect.WARNED)) {
      return WARNED;
    }
    return effects.contains(Effect.REFUSED) ? REFUSED : PUBLISHED;
  }

  /** How much something asks of people. */
  public enum Tone {
    GOOD,
    DOUBTFUL,
    BAD,
    QUIET
  }
}
