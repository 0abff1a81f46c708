package org.assize.airflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;

/** Expects a failure of ours. */
final class Codes {

  private Codes() {}

  /** Fails unless the call fails with the code alone; answers its message. */
  static String of(ErrorCode code, ThrowingCallable call) {
    PlatformException failure = catchThrowableOfType(PlatformException.class, call);
    assertThat(failure).as("a failure with " + code).isNotNull();
    assertThat(failure.problems()).singleElement().extracting("code").isEqualTo(code);
    return failure.getMessage();
  }
}
