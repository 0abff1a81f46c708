package org.assize.contract.reader;

import java.util.Collection;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Nearest;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.contract.yaml.Mapping;

/** The kinds of fault that the linter finds, each with its code. */
final class Faults {

  private final Problems problems;

  Faults(Problems problems) {
    this.problems = problems;
  }

  /** The contract contradicts itself or the profile. */
  void invalid(Place place, String problem, String cause, String mend) {
    problems.add(ErrorCode.CONTRACT_INVALID, place, problem, cause, mend);
  }

  /** The standard or the language allows it, this version does not. */
  void unsupported(Place place, String what, String mend) {
    problems.add(ErrorCode.UNSUPPORTED, place, what + " is not supported yet.", "", mend);
  }

  /** Something that must be said is not. */
  void missing(Place place, String problem, String mend) {
    problems.add(ErrorCode.MISSING_KEY, place, problem, "", mend);
  }

  /** Two things share one name. */
  void twice(Place place, String problem, String mend) {
    problems.add(ErrorCode.DUPLICATE_ID, place, problem, "", mend);
  }

  /** A word outside its list. */
  void unknown(Place place, String word, String what, Collection<String> known) {
    problems.add(
        ErrorCode.UNKNOWN_VALUE,
        place,
        "`" + word + "` is no " + what + ".",
        "",
        Nearest.hint(word, known));
  }

  /** A key whose value must be one of a list, where it is there. */
  void oneOf(Mapping written, String key, Collection<String> known) {
    written
        .text(key)
        .filter(word -> !known.contains(word))
        .ifPresent(word -> unknown(written.placeOf(key), word, "known " + key, known));
  }

  /** A name that is no column. */
  void unknownColumn(Place place, String name, String saidBy, Collection<String> known) {
    problems.add(
        ErrorCode.UNKNOWN_COLUMN,
        place,
        "`" + saidBy + "` names `" + name + "`, which is no column of the table.",
        "",
        Nearest.hint(name, known));
  }

  /** Words in a value that has the wrong shape. */
  void wrong(Place place, String problem, String mend) {
    problems.add(ErrorCode.WRONG_TYPE, place, problem, "", mend);
  }
}
