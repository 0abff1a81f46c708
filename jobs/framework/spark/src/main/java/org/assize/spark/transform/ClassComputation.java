package org.assize.spark.transform;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.problem.Problem;
import org.assize.core.DataInterval;
import org.assize.spark.Inputs;
import org.assize.spark.Transform;

/** A class named in a contract, found in its domain's jar. */
public final class ClassComputation implements Computation {

  private final DataContract contract;
  private final Class<?> type;
  private final Transform transform;

  private ClassComputation(DataContract contract, Class<?> type, Transform transform) {
    this.contract = contract;
    this.type = type;
    this.transform = transform;
  }

  /**
   * Loads the class.
   *
   * @throws PlatformException TRANSFORM_INVALID if it is not there, is no {@link Transform} or has
   *     no public constructor without arguments
   */
  public static ClassComputation of(DataContract contract, String className, ClassLoader classes) {
    try {
      Class<?> type = Class.forName(className, true, classes);
      if (!Transform.class.isAssignableFrom(type)) {
        throw invalid(contract, className, "does not implement org.assize.spark.Transform");
      }
      return new ClassComputation(contract, type, (Transform) type.getConstructor().newInstance());
    } catch (ClassNotFoundException e) {
      throw invalid(
          contract,
          className,
          "is in no jar of jobs/" + contract.name().domain() + "/lib or …/target");
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
      throw invalid(contract, className, "has no public constructor without arguments");
    } catch (InvocationTargetException e) {
      throw invalid(contract, className, "fails in its constructor");
    }
  }

  private static PlatformException invalid(
      DataContract contract, String className, String problem) {
    return PlatformException.of(
        new Problem(
            ErrorCode.TRANSFORM_INVALID,
            contract.place(),
            "The class `" + className + "` " + problem + ".",
            "The contract names it as the table's transform.",
            "Mend the name in the contract, or build the domain's module."));
  }

  @Override
  public Dataset<Row> apply(Map<String, Dataset<Row>> frames, DataInterval span) {
    Dataset<Row> result = transform.apply(Inputs.of(frames), span);
    PlanGuard.check(result, frames.values(), contract.name());
    return ContractColumns.of(result, contract);
  }

  @Override
  public String fingerprint() {
    String resource = type.getSimpleName() + ".class";
    try (InputStream bytes = type.getResourceAsStream(resource)) {
      return bytes == null ? type.getName() : Fingerprint.of(bytes.readAllBytes());
    } catch (IOException e) {
      return type.getName();
    }
  }
}
