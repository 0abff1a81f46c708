package org.assize.cli.site;

import java.util.Locale;
import org.assize.cli.quality.Standing.Tone;

/** A word set off by colour and by a sign, so that nobody needs to see colours. */
final class Badge {

  private Badge() {}

  static Element of(Tone tone, String words) {
    Element sign = Element.of("span").with("aria-hidden", "true").text(sign(tone));
    return Element.of("span", "badge " + tone.name().toLowerCase(Locale.ROOT))
        .add(sign)
        .text(" " + words);
  }

  private static String sign(Tone tone) {
    return switch (tone) {
      case GOOD -> "✓";
      case DOUBTFUL -> "!";
      case BAD -> "✕";
      case QUIET -> "–";
    };
  }
}
