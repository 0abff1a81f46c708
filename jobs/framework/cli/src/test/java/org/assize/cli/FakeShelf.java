package org.assize.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  final Map<String, Map<String, String>> bundles = new LinkedHashMap<>();
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
    bundles.put(bundle.name(), texts(bundle));
    return put.add(bundle.name());
  }

  private static Map<String, String> texts(Bundle bundle) {
    Map<String, String> texts = new LinkedHashMap<>();
    bundle.files().forEach((path, file) -> texts.put(path, read(file)));
    return texts;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean holds(String bundle) {
    return bundles.containsKey(bundle);
  }

  @Override
  public void copy(String bundle, Path into) {
    bundles
        .get(bundle)
        .forEach(
            (path, text) -> {
              try {
                Path target = into.resolve(path);
                Files.createDirectories(target.getParent());
                Files.writeString(target, text);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
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
