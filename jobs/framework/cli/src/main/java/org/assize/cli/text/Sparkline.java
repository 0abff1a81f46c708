package org.assize.cli.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Figures as a line of blocks, each as high as its figure among the others. */
public final class Sparkline {

  private static final String BLOCKS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /** One block for each figure; equal figures stand at half height. */
  public static List<String> blocks(double... figures) {
    double least = Arrays.stream(figures).min().orElse(0);
    double greatest = Arrays.stream(figures).max().orElse(0);
    return Arrays.stream(figures)
        .mapToObj(figure -> block(figure, least, greatest))
        .collect(Collectors.toList());
  }

  private static String block(double figure, double least, double greatest) {
    double share = greatest == least ? 0.5 : (figure - least) / (greatest - least);
    int height = (int) Math.round(share * (BLOCKS.length() - 1));
    return BLOCKS.substring(height, height + 1);
  }
}
