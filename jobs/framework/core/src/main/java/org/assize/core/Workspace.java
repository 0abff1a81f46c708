package org.assize.core;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assize.contract.DataContract;
import org.assize.contract.DatasetName;
import org.assize.contract.Domain;
import org.assize.contract.Source;

/**
 * A folder with {@code assize.yaml}, {@code schemas/} and {@code jobs/}, read and found sound.
 *
 * @param environment name given with {@code --env}; {@code default} when none was
 * @param warehouse root of all tables, a URI that Hadoop's FileSystem understands
 * @param landing root of all delivered files, likewise
 * @param needsApproval whether a saved plan is carried out only after somebody approved it
 * @param airflow what runs it; empty where that is this process
 * @param outlets where it tells what goes on
 * @param id what tells this workspace from others that deploy into the same warehouse
 * @param others contracts of tables that other workspaces deployed
 * @param bundle the deployment that its contracts, queries and jars are of; empty for its folder's
 * @param readsFrom environments whose tables are read where the warehouse has none, nearest first
 */
public record Workspace(
    Path root,
    String environment,
    URI warehouse,
    URI landing,
    boolean needsApproval,
    Optional<AirflowSettings> airflow,
    Outlets outlets,
    List<Domain> domains,
    List<ReadEnvironment> readsFrom,
    Optional<String> id,
    List<DataContract> others,
    Optional<String> bundle) {

  public Workspace {
    domains = List.copyOf(domains);
    readsFrom = List.copyOf(readsFrom);
    others = List.copyOf(others);
  }

  /** A workspace that reads from its own warehouse alone, and knows of no other. */
  public Workspace(
      Path root,
      String environment,
      URI warehouse,
      URI landing,
      boolean needsApproval,
      Optional<AirflowSettings> airflow,
      Outlets outlets,
      List<Domain> domains) {
    this(
        root,
        environment,
        warehouse,
        landing,
        needsApproval,
        airflow,
        outlets,
        domains,
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /** The same contracts over other data, and over no more than that. */
  public Workspace over(URI otherWarehouse, URI otherLanding) {
    return new Workspace(
        root,
        environment,
        otherWarehouse,
        otherLanding,
        needsApproval,
        airflow,
        outlets,
        domains,
        List.of(),
        id,
        others,
        bundle);
  }

  /** The same, with what other workspaces deployed; contracts of its own domains are its own. */
  public Workspace knowing(List<DataContract> deployed) {
    List<DataContract> foreign =
        deployed.stream()
            .filter(
                contract ->
                    domains.stream().noneMatch(own -> own.name().equals(contract.name().domain())))
            .toList();
    return new Workspace(
        root,
        environment,
        warehouse,
        landing,
        needsApproval,
        airflow,
        outlets,
        domains,
        readsFrom,
        id,
        foreign,
        bundle);
  }

  /** Every contract, by domain and table. */
  public List<DataContract> contracts() {
    return domains.stream().flatMap(domain -> domain.contracts().stream()).toList();
  }

  /** Every source, by domain and name. */
  public List<Source> sources() {
    return domains.stream().flatMap(domain -> domain.sources().stream()).toList();
  }

  /** The contract of a table, another workspace's too. */
  public Optional<DataContract> contract(DatasetName name) {
    return Stream.concat(contracts().stream(), others.stream())
        .filter(contract -> contract.name().equals(name))
        .findFirst();
  }

  /** Where a table's files live. */
  public URI location(DatasetName name) {
    return below(warehouse, name.path());
  }

  /** A path below a root, whether or not the root ends in a slash. */
  public static URI below(URI root, String path) {
    String text = root.toString();
    return URI.create(text.endsWith("/") ? text + path : text + "/" + path);
  }
}
