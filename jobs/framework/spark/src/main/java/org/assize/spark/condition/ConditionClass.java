package org.assize.spark.condition;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problems;
import org.assize.spark.RowCondition;

/** The class of a rule in Java, before it is asked about rows. */
public final class ConditionClass {

  private ConditionClass() {}

  /** Looks at a class, and answers its SHA-256; RULE_INVALID for each fault, at the rule. */
  public static Optional<String> check(
      String className, ClassLoader classes, Place place, Problems problems) {
    try {
      List<URL> places = Collections.list(classes.getResources(resource(className)));
      if (places.isEmpty()) {
        fault(
            className,
            "is in no jar of its domain",
            "Correct the name, or build the domain's module: jobs/<domain>/target and"
                + " jobs/<domain>/lib are looked at.",
            place,
            problems);
        return Optional.empty();
      }
      if (new HashSet<>(places.stream().map(URL::toString).toList()).size() > 1) {
        fault(
            className,
            "is in " + places.size() + " jars",
            "Remove all but one; which one decides would be chance.",
            place,
            problems);
      }
      byte[] code = bytes(places.get(0));
      loaded(className, classes);
      for (String call : ImpureCalls.in(code)) {
        fault(
            className,
            "calls `" + call + "`",
            "A rule is a function of its columns alone: add a column, or say it in SQL.",
            place,
            problems);
      }
      return Optional.of(digest(code));
    } catch (IllegalArgumentException e) {
      fault(className, String.valueOf(e.getMessage()), "Correct the class.", place, problems);
    } catch (IOException e) {
      fault(className, "cannot be read", "Build the domain's module again.", place, problems);
    }
    return Optional.empty();
  }

  /**
   * An instance.
   *
   * @throws IllegalArgumentException with what is wrong, as the rest of a sentence
   */
  static RowCondition loaded(String className, ClassLoader classes) {
    try {
      Class<?> type = Class.forName(className, true, classes);
      if (!RowCondition.class.isAssignableFrom(type)) {
        throw new IllegalArgumentException("does not implement org.assize.spark.RowCondition");
      }
      return (RowCondition) type.getConstructor().newInstance();
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalArgumentException("cannot be loaded", e);
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
      throw new IllegalArgumentException("has no public constructor without arguments", e);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException("fails in its constructor", e);
    }
  }

  private static String resource(String className) {
    return className.replace('.', '/') + ".class";
  }

  private static byte[] bytes(URL url) throws IOException {
    try (InputStream bytes = url.openStream()) {
      return bytes.readAllBytes();
    }
  }

  private static String digest(byte[] code) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void fault(
      String className, String problem, String mend, Place place, Problems problems) {
    problems.add(
        ErrorCode.RULE_INVALID,
        place,
        "The class `" + className + "` " + problem + ".",
        "The rule names it.",
        mend);
  }
}
