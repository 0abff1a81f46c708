package org.assize.airflow.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.assize.contract.problem.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AirflowLoginTest {

  @Test
  void the_text_form_holds_no_password() {
    var login = new AirflowLogin(URI.create("https://airflow.example.org/a"), "ann", "pass-word");

    assertThat(login).hasToString("ann at https://airflow.example.org/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "airflow.example.org:8080",
        "ftp://airflow.example.org",
        "http:///nowhere",
        "http://ann:pass-word@airflow.example.org",
        "http://airflow.example.org/?password=pass-word"
      })
  void an_address_that_no_server_can_have_is_refused_without_repeating_it(String address) {
    String message =
        Codes.of(
            ErrorCode.WORKSPACE_INVALID,
            () -> new AirflowLogin(URI.create(address), "ann", "pass-word"));

    assertThat(message)
        .contains("The address of the Airflow server cannot be used.")
        .contains("Write it like https://airflow.example.org")
        .doesNotContain("pass-word");
  }
}
