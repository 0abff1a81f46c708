package org.assize.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assize.contract.SupportChannel;
import org.assize.contract.problem.ErrorCode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The parts of {@code assize.yaml} that say where an environment tells what goes on. */
record OutletSettings(Settings.Reader reader) {

  Outlets outlets(Map<String, Node> keys, Outlets fallback) {
    Outlets told =
        Optional.ofNullable(keys.get("alerts"))
            .map(node -> alerts(node, fallback.lineage()))
            .orElse(fallback);
    return Optional.ofNullable(keys.get("lineage"))
        .map(node -> told.sending(new LineageReader(reader).lineage(node)))
        .orElse(told);
  }

  private Outlets alerts(Node node, Optional<LineageSettings> lineage) {
    Map<String, Node> keys = reader.keys(node, List.of("mail", "platform", "link"));
    List<SupportChannel> platform = new ArrayList<>();
    if (keys.get("platform") instanceof SequenceNode list) {
      for (Node channel : list.getValue()) {
        platform.add(channel(channel));
      }
    } else if (keys.containsKey("platform")) {
      fault(keys.get("platform"), "A list of channels is expected here.");
    }
    return new Outlets(
        Optional.ofNullable(keys.get("mail")).map(this::mail),
        platform,
        Optional.ofNullable(keys.get("link")).map(link -> reader.text(link, "")),
        lineage);
  }

  private SupportChannel channel(Node node) {
    Map<String, Node> keys = reader.keys(node, List.of("channel", "tool", "url"));
    return new SupportChannel(
        reader.text(keys.get("channel"), ""),
        reader.text(keys.get("tool"), ""),
        reader.text(keys.get("url"), ""),
        "");
  }

  private MailSettings mail(Node node) {
    Map<String, Node> keys = reader.keys(node, List.of("host", "port", "security", "user", "from"));
    MailSettings.Security security = MailSettings.Security.STARTTLS;
    int port = 587;
    try {
      security =
          MailSettings.Security.valueOf(
              reader.text(keys.get("security"), "starttls").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      fault(node, "`security` is one of starttls, tls and none.");
    }
    try {
      port = Integer.parseInt(reader.text(keys.get("port"), "587"));
    } catch (NumberFormatException e) {
      fault(node, "`port` is a number.");
    }
    return new MailSettings(
        reader.text(keys.get("host"), "localhost"),
        port,
        security,
        Optional.ofNullable(keys.get("user")).map(user -> reader.text(user, "")),
        reader.text(keys.get("from"), "assize@localhost"));
  }

  private void fault(Node node, String problem) {
    reader.problems().add(ErrorCode.WRONG_TYPE, Settings.Reader.place(node), problem, "", "");
  }
}
