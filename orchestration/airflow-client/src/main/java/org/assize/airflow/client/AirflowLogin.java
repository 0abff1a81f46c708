package org.assize.airflow.client;

import java.net.URI;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;

/**
 * Where an Airflow server is and who asks. Its text form leaves the password out.
 *
 * @param address of the server as a browser would open it, {@code http} or {@code https}, with the
 *     path below which Airflow is served where there is one, without user, query or fragment
 */
public record AirflowLogin(URI address, String user, String password) {

  /**
   * Refuses an address that no server can have.
   *
   * @throws PlatformException {@code WORKSPACE_INVALID}, because an address is a setting
   */
  public AirflowLogin {
    boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    boolean isBare =
        address.getUserInfo() == null
            && address.getQuery() == null
            && address.getFragment() == null;
    if (!isWeb || !isBare || address.getHost() == null) {
      throw PlatformException.of(
          ErrorCode.WORKSPACE_INVALID,
          "The address of the Airflow server cannot be used.",
          "It needs http or https, a host and at most a port and a path; the login stands apart.",
          "Write it like https://airflow.example.org or http://127.0.0.1:8080.");
    }
  }

  @Override
  public String toString() {
    return user + " at " + address;
  }
}
