package org.assize.cli.quality;

import java.util.Arrays;

/** What kind of promise an expectation is: the dimensions of the contract standard. */
public enum Dimension {
  COMPLETENESS("completeness", "Completeness", "Everything that should be there is there."),
  UNIQUENESS("uniqueness", "Uniqueness", "Nothing is there twice."),
  VALIDITY("conformity", "Validity", "Values have the form and the range that was agreed."),
  CONSISTENCY("consistency", "Consistency", "Values that belong together agree."),
  TIMELINESS("timeliness", "Timeliness", "Data arrives when it is needed."),
  ACCURACY("accuracy", "Accuracy", "Values are those of the real world."),
  COVERAGE("coverage", "Coverage", "All that the table is about is in it."),
  OTHER("", "Other", "Expectations whose dimension the contract does not name.");

  private final String word;
  private final String title;
  private final String meaning;

  Dimension(String word, String title, String meaning) {
    this.word = word;
    this.title = title;
    this.meaning = meaning;
  }

  /** The heading. */
  public String title() {
    return title;
  }

  /** What it means, one sentence. */
  public String meaning() {
    return meaning;
  }

  static Dimension of(String word) {
    return Arrays.stream(values())
        .filter(dimension -> dimension.word.equals(word))
        .findFirst()
        .orElse(OTHER);
  }
}
