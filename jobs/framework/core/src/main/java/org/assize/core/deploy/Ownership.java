package org.assize.core.deploy;

import java.util.Map;
import java.util.Optional;
import org.assize.contract.Domain;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.Place;
import org.assize.contract.problem.Problem;
import org.assize.contract.problem.Problems;
import org.assize.core.Workspace;

/** Whose a domain is: the workspace's that deployed it first. */
public final class Ownership {

  private Ownership() {}

  /** Reports each domain of a workspace that another one owns. */
  public static void check(Workspace workspace, Map<String, Deployed> deployed, Problems problems) {
    workspace.domains().stream()
        .map(Domain::name)
        .flatMap(domain -> fault(workspace, domain, deployed).stream())
        .forEach(problems::add);
  }

  /** Why a workspace may not write the tables of a domain; empty where it may. */
  public static Optional<Problem> fault(
      Workspace workspace, String domain, Map<String, Deployed> deployed) {
    return Optional.ofNullable(deployed.get(domain))
        .filter(owner -> !workspace.id().equals(Optional.of(owner.workspace())))
        .map(
            owner ->
                new Problem(
                    ErrorCode.WORKSPACE_INVALID,
                    new Place("schemas/" + domain, 0),
                    "The domain `"
                        + domain
                        + "` of this warehouse belongs to the workspace `"
                        + owner.workspace()
                        + "`.",
                    workspace
                        .id()
                        .map(
                            id -> "This one is `" + id + "`; the first to deploy a domain owns it.")
                        .orElse("This one has no `id:` in assize.yaml."),
                    "Read its tables by their contracts, or change them there."));
  }
}
