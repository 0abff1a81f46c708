package org.assize.spark.deploy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.assize.contract.DataContract;
import org.assize.contract.problem.ErrorCode;
import org.assize.contract.problem.PlatformException;
import org.assize.contract.reader.ContractReader;
import org.assize.core.Workspace;
import org.assize.core.deploy.Bundle;
import org.assize.core.deploy.Deployed;
import org.assize.core.deploy.Shelf;
import org.assize.spark.ledger.Json;
import org.assize.spark.store.LinkLogStore;

/**
 * {@code _bundles/<name>/}, {@code _contracts/<domain>/<table>/<version>.odcs.yaml} and {@code
 * _deployed/<domain>/<number>.json} below a warehouse. A deployment is a file that nobody can write
 * twice; the one with the highest number counts.
 */
public final class WarehouseShelf implements Shelf {

  private static final String CONTRACT = ".odcs.yaml";
  private static final String NAME = "[0-9a-f]{32}";

  private final Path warehouse;
  private final Configuration hadoop;

  private WarehouseShelf(Path warehouse, Configuration hadoop) {
    this.warehouse = warehouse;
    this.hadoop = hadoop;
  }

  /** The shelf of a warehouse. Starts no Spark. */
  public static WarehouseShelf of(URI warehouse) {
    return new WarehouseShelf(
        new Path(Workspace.below(warehouse, "_")).getParent(), new Configuration());
  }

  @Override
  public Map<String, Deployed> deployed() {
    Map<String, Deployed> deployed = new LinkedHashMap<>();
    for (Path domain : children(new Path(warehouse, "_deployed"))) {
      newest(domain)
          .ifPresent(file -> deployed.put(domain.getName(), Json.read(text(file), Deployed.class)));
    }
    return deployed;
  }

  private Optional<Path> newest(Path domain) {
    return children(domain).stream()
        .filter(file -> file.getName().matches("\\d{6}\\.json"))
        .max(Comparator.comparing(Path::getName));
  }

  @Override
  public List<DataContract> contracts() {
    List<DataContract> contracts = new ArrayList<>();
    for (Path domain : children(new Path(warehouse, "_contracts"))) {
      for (Path table : children(domain)) {
        children(table).stream()
            .filter(file -> file.getName().endsWith(CONTRACT))
            .max(Comparator.comparing(WarehouseShelf::version, Arrays::compare))
            .flatMap(file -> contract(domain.getName(), table.getName(), file))
            .ifPresent(contracts::add);
      }
    }
    return contracts;
  }

  private static long[] version(Path file) {
    String name = file.getName();
    return Arrays.stream(name.substring(0, name.length() - CONTRACT.length()).split("\\.", -1))
        .mapToLong(part -> part.matches("\\d{1,9}") ? Long.parseLong(part) : -1)
        .toArray();
  }

  private Optional<DataContract> contract(String domain, String table, Path file) {
    try {
      java.nio.file.Path copy = Files.createTempFile("assize-contract", CONTRACT);
      try {
        Files.writeString(copy, text(file));
        return ContractReader.readDeployed(domain, table, copy, file.toString());
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean put(Bundle bundle) {
    var target = new Path(warehouse, "_bundles/" + bundle.name());
    var aside = new Path(warehouse, "_bundles/." + bundle.name() + "." + UUID.randomUUID());
    try {
      FileSystem files = files();
      if (files.exists(target)) {
        return false;
      }
      for (Map.Entry<String, java.nio.file.Path> file : bundle.files().entrySet()) {
        try (InputStream from = Files.newInputStream(file.getValue());
            OutputStream to = files.create(new Path(aside, file.getKey()), false)) {
          from.transferTo(to);
        }
      }
      write(new Path(aside, Bundle.OWNERS), bundle.owners());
      return move(aside, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this was the first; the other one holds the same bytes. */
  private boolean move(Path aside, Path target) throws IOException {
    try {
      FileContext.getFileContext(warehouse.toUri(), hadoop).rename(aside, target, Rename.NONE);
      return true;
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      files().delete(aside, true);
      return false;
    }
  }

  @Override
  public boolean holds(String bundle) {
    try {
      return bundle.matches(NAME) && files().exists(new Path(warehouse, "_bundles/" + bundle));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void copy(String bundle, java.nio.file.Path into) {
    if (!holds(bundle)) {
      throw unusable("There is no bundle `" + bundle + "` in this warehouse.", "");
    }
    copy(new Path(warehouse, "_bundles/" + bundle), into);
    if (!Bundle.nameOf(into).equals(bundle)) {
      throw unusable(
          "The bundle `" + bundle + "` is not what was deployed.",
          "Its name is the hash of its files, and they have another one now.");
    }
  }

  private void copy(Path from, java.nio.file.Path into) {
    try {
      for (FileStatus each : files().listStatus(from)) {
        java.nio.file.Path target = into.resolve(each.getPath().getName());
        if (each.isDirectory()) {
          copy(each.getPath(), Files.createDirectory(target));
        } else {
          try (InputStream bytes = files().open(each.getPath())) {
            Files.copy(bytes, target);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlatformException unusable(String problem, String cause) {
    return PlatformException.of(
        ErrorCode.BUNDLE_UNUSABLE, problem, cause, ErrorCode.BUNDLE_UNUSABLE.mend());
  }

  @Override
  public void put(DataContract contract, String effective) {
    var target =
        new Path(
            warehouse,
            "_contracts/"
                + contract.name().domain()
                + "/"
                + contract.name().table()
                + "/"
                + contract.version()
                + CONTRACT);
    try {
      if (files().exists(target) && text(target).equals(effective)) {
        return;
      }
      var aside = new Path(target.getParent(), "." + UUID.randomUUID());
      write(aside, effective);
      FileContext.getFileContext(warehouse.toUri(), hadoop).rename(aside, target, Rename.OVERWRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void record(Deployed deployed) {
    var domain = new Path(warehouse, "_deployed/" + deployed.domain());
    int last =
        newest(domain).map(file -> Integer.parseInt(file.getName().substring(0, 6))).orElse(0);
    var target = new Path(domain, String.format("%06d.json", last + 1));
    try {
      files().mkdirs(domain);
      create(target, Json.write(deployed));
    } catch (FileAlreadyExistsException | org.apache.hadoop.fs.FileAlreadyExistsException e) {
      throw PlatformException.of(
          ErrorCode.CONFLICT,
          "Another deployment of `" + deployed.domain() + "` came first.",
          "",
          "Deploy again.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two may try: a local disk would let both rename. */
  private void create(Path target, String text) throws IOException {
    if (files().getScheme().equals("file")) {
      new LinkLogStore(hadoop).write(target, List.of(text).iterator(), false, hadoop);
      return;
    }
    var aside = new Path(target.getParent(), "." + UUID.randomUUID());
    write(aside, text);
    FileContext.getFileContext(warehouse.toUri(), hadoop).rename(aside, target, Rename.NONE);
  }

  private void write(Path file, String text) throws IOException {
    try (OutputStream to = files().create(file, false)) {
      to.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private String text(Path file) {
    try (InputStream from = files().open(file)) {
      return new String(from.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> children(Path folder) {
    try {
      return Arrays.stream(files().listStatus(folder))
          .map(FileStatus::getPath)
          .filter(path -> !path.getName().startsWith("."))
          .sorted()
          .toList();
    } catch (FileNotFoundException absent) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileSystem files() throws IOException {
    FileSystem files = warehouse.getFileSystem(hadoop);
    files.setWriteChecksum(false);
    return files;
  }
}
