package org.assize.cli;

import java.util.Arrays;
import java.util.List;

/** What a person wants to do; help lists the verbs under it. */
enum Group {
  BEGIN("Begin"),
  PREPARE("Change and check"),
  WORK("Do the work"),
  LOOK("Look at what is there"),
  MEND("Mend what is wrong");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  List<Verb> verbs() {
    return Arrays.stream(Verb.values()).filter(verb -> verb.group() == this).toList();
  }
}
