package org.assize.core.deploy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assize.contract.DataContract;

/** Port: what workspaces deployed into a warehouse. */
public interface Shelf {

  /** The newest deployment of each domain. */
  Map<String, Deployed> deployed();

  /** The newest contract of each table that was deployed, by domain and table. */
  List<DataContract> contracts();

  /** Puts a bundle there; answers whether it was new. One that is there is never changed. */
  boolean put(Bundle bundle);

  /** Whether a bundle is there. */
  boolean holds(String bundle);

  /**
   * Copies what is in a bundle.
   *
   * @param into an empty folder
   * @throws org.assize.contract.problem.PlatformException BUNDLE_UNUSABLE where there is none of
   *     that name, or it is not what was deployed
   */
  void copy(String bundle, Path into);

  /** Puts a contract, with every default filled in, where other workspaces find it. */
  void put(DataContract contract, String effective);

  /**
   * Makes a deployment the newest of its domain.
   *
   * @throws org.assize.contract.problem.PlatformException CONFLICT where another came first
   */
  void record(Deployed deployed);
}
