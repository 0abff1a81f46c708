package org.assize.airflow.client;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One real Airflow for all tests of the module: started before the first class that asks for it,
 * stopped after the last. Without an installation those tests are skipped, aloud.
 */
final class RealAirflow implements BeforeAllCallback, ParameterResolver {

  private static final Namespace SPACE = Namespace.create(RealAirflow.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<AirflowInstall> install = AirflowInstall.named();
    Assumptions.assumeTrue(
        install.isPresent(),
        "ASSIZE_AIRFLOW names no Airflow (orchestration/airflow/server/install DIR makes one):"
            + " nothing was tested.");
    running(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Running.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context);
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SPACE)
        .getOrComputeIfAbsent(
            Running.class,
            key -> Running.start(AirflowInstall.named().orElseThrow()),
            Running.class);
  }
}
