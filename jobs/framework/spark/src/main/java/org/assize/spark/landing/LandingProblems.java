package org.assize.spark.landing;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.security.AccessControlException;
import org.assize.contract.Source;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;

/** What can be wrong with a delivery. Names files, never what is in them. */
final class LandingProblems {

  private LandingProblems() {}

  static PlatformException missing(Source source, String folder) {
    String named = folder.isEmpty() ? "The landing root" : "The landing folder " + folder;
    return PlatformException.of(
        new Problem(
            ErrorCode.LANDING_MISSING,
            source.place(),
            named + " of source " + source.name() + " does not exist.",
            "Nothing was delivered there yet, or the landing root of the environment is wrong.",
            "Create the folder below the landing root, or correct `files` of the source."));
  }

  static PlatformException listing(Source source, IOException failure) {
    if (isDenied(failure)) {
      return PlatformException.of(
          new Problem(
              ErrorCode.NO_PERMISSION,
              source.place(),
              "The landing folder of source " + source.name() + " may not be listed.",
              "The user of this run has no right to read " + source.files() + ".",
              "Grant read and list rights on the folder."),
          failure);
    }
    return PlatformException.of(
        new Problem(
            ErrorCode.STORE_UNAVAILABLE,
            source.place(),
            "The landing folder of source " + source.name() + " could not be listed.",
            "The store failed on " + source.files() + ".",
            "Run again; if it persists, check the store."),
        failure);
  }

  static Problem folderForFile(Source source, LandedFile entry) {
    return new Problem(
        ErrorCode.FILE_REFUSED,
        source.place(),
        entry.name(source) + " is a folder where source " + source.name() + " expects a file.",
        "",
        "Remove the folder, or correct `files` of the source.");
  }

  static PlatformException unreadable(String name, IOException failure) {
    ErrorCode code = isDenied(failure) ? ErrorCode.NO_PERMISSION : ErrorCode.FILE_UNREADABLE;
    return PlatformException.of(
        new Problem(
            code,
            Place.NOWHERE,
            name + " cannot be read.",
            isDenied(failure) ? "The user of this run has no right to it." : "The store failed.",
            "Make the file readable, or have it delivered again."),
        failure);
  }

  static PlatformException changed(String name) {
    return PlatformException.of(
        ErrorCode.INPUT_CHANGED,
        name + " changed or vanished while it was being taken.",
        "Its size or time differs from when it was listed.",
        "Run again when the delivery is complete; deliver under a name ending in .part first.");
  }

  static PlatformException recordTooLong(String name, long locator, int limit) {
    return PlatformException.of(
        ErrorCode.FILE_REFUSED,
        name + " holds a record of more than " + (limit >> 20) + " MiB.",
        "It begins at byte " + locator + "; a quote that is never closed is the usual cause.",
        "Have the file corrected and delivered again.");
  }

  static PlatformException delimiter(Source source) {
    return PlatformException.of(
        new Problem(
            ErrorCode.UNSUPPORTED,
            source.place(),
            "The delimiter of source " + source.name() + " is not an ASCII character.",
            "Delimiters of several bytes, quotes and line ends cannot be used.",
            "Use a comma, semicolon, tab or bar."));
  }

  private static boolean isDenied(IOException failure) {
    return failure instanceof AccessControlException || failure instanceof AccessDeniedException;
  }
}
