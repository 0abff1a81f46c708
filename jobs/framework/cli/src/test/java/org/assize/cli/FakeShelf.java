package org.assize.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assize.contract.DataContract;
import org.assize.core.deploy.Bundle;
import org.assize.core.deploy.Deployed;
import org.assize.core.deploy.Shelf;

/** A shelf in memory. */
final class FakeShelf implements Shelf {

  final Map<String, Deployed> deployed = new LinkedHashMap<>();
  final List<DataContract> contracts = new ArrayList<>();
  final List<String> put = new ArrayList<>();

  @Override
  public Map<String, Deployed> deployed() {
    return deployed;
  }

  @Override
  public List<DataContract> contracts() {
    return contracts;
  }

  @Override
  public boolean put(Bundle bundle) {
    return put.add(bundle.name());
  }

  @Override
  public void put(DataContract contract, String effective) {
    put.add(contract.name().selector());
  }

  @Override
  public void record(Deployed newest) {
    deployed.put(newest.domain(), newest);
  }
}
