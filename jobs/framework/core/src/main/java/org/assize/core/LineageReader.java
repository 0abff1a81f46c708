package org.assize.core;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.problem.ErrorCode;
import org.yaml.snakeyaml.nodes.Node;

/** The part of {@code assize.yaml} that says who gets the events of runs. */
record LineageReader(Settings.Reader reader) {

  Optional<LineageSettings> lineage(Node node) {
    Map<String, Node> keys = reader.keys(node, List.of("file", "url", "namespace"));
    Optional<String> namespace =
        Optional.ofNullable(keys.get("namespace")).map(word -> reader.text(word, ""));
    Node file = keys.get("file");
    Node url = keys.get("url");
    if (file != null && url == null) {
      return folder(file, reader.text(file, "lineage"))
          .map(uri -> new LineageSettings(LineageSettings.Kind.FILE, uri, namespace));
    }
    if (url != null && file == null) {
      return server(url, reader.text(url, ""))
          .map(uri -> new LineageSettings(LineageSettings.Kind.HTTP, uri, namespace));
    }
    fault(node, "`lineage` has either a `file`, a folder for files, or the `url` of a server.");
    return Optional.empty();
  }

  private Optional<URI> folder(Node node, String text) {
    URI uri = WorkspaceLoader.location(reader.root(), text);
    if (!"file".equals(uri.getScheme())) {
      fault(node, "Files of events are written to a folder of this machine; `url` sends them.");
      return Optional.empty();
    }
    return Optional.of(uri);
  }

  private Optional<URI> server(Node node, String text) {
    try {
      URI uri = URI.create(text);
      boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (isWeb && uri.getHost() != null && uri.getUserInfo() == null) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    fault(node, "`url` is an address such as https://lineage.example.org, without a login.");
    return Optional.empty();
  }

  private void fault(Node node, String problem) {
    reader.problems().add(ErrorCode.WRONG_TYPE, Settings.Reader.place(node), problem, "", "");
  }
}
