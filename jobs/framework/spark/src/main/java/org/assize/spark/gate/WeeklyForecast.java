package org.assize.spark.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazon.deequ.anomalydetection.seasonal.HoltWinters;
import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.lapack.LAPACK;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.assize.spark.delta.Scala;
import scala.collection.Seq;

/**
 * The next figure of a daily series by Deequ's own Holt-Winters with a season of seven days.
 *
 * <p>Deequ fits the model, says yes or no of a figure, and prints; the forecast and its spread stay
 * inside. So its two steps, the choice of parameters and the model, are called one by one, and what
 * Deequ compares is answered: with a limit of 1.96 both say the same.
 *
 * @param value the forecast
 * @param spread standard deviation of the sizes of the model's misses
 */
record WeeklyForecast(double value, double spread) {

  /** Tells of every faster library that is not there; kept, or its level would be forgotten. */
  private static final Logger LIBRARIES = Logger.getLogger("dev.ludovic.netlib");

  static {
    LIBRARIES.setLevel(Level.OFF);
    PrintStream out = System.out;
    try {
      // They print which of them they are, among the answers of a program.
      System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
      BLAS.getInstance();
      LAPACK.getInstance();
    } finally {
      System.setOut(out);
    }
  }

  /** Figures in a season. */
  static final int WEEK = 7;

  /** The forecast of the figure after these; empty before two whole seasons are known. */
  static Optional<WeeklyForecast> after(double[] figures) {
    if (figures.length < 2 * WEEK) {
      return Optional.empty();
    }
    var model = new HoltWinters(WEEK);
    Seq<Object> series =
        Scala.list(Arrays.stream(figures).boxed().map(Object.class::cast).toList());
    Object chosen = chosen(model, series);
    Object fitted =
        model.additiveHoltWinters(
            series, WEEK, 1, of(chosen, "alpha"), of(chosen, "beta"), of(chosen, "gamma"));
    List<Double> misses = numbers(fitted, "residuals").stream().map(Math::abs).toList();
    return Optional.of(new WeeklyForecast(numbers(fitted, "forecasts").get(0), deviation(misses)));
  }

  /** Deequ's choice of smoothing parameters, by least squares; the method is private there. */
  private static Object chosen(HoltWinters model, Seq<Object> series) {
    try {
      Method choice =
          HoltWinters.class.getDeclaredMethod("modelSelectionFor", Seq.class, int.class);
      choice.setAccessible(true);
      return choice.invoke(model, series, 1);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Deequ could not fit a weekly season", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this is not the Deequ that Assize was built with", e);
    }
  }

  private static double of(Object parameters, String name) {
    return (double) asked(parameters, name);
  }

  private static List<Double> numbers(Object result, String name) {
    List<Double> numbers = new ArrayList<>();
    Scala.java((Seq<?>) asked(result, name)).forEach(one -> numbers.add((Double) one));
    return numbers;
  }

  private static Object asked(Object of, String name) {
    try {
      Method method = of.getClass().getMethod(name);
      method.setAccessible(true);
      return method.invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this is not the Deequ that Assize was built with", e);
    }
  }

  private static double deviation(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }
}
