package org.assize.cli.text;

/** How words are set off: by colour on a terminal, not at all elsewhere. */
public enum Style {
  /** Text as it is. */
  PLAIN {
    @Override
    String wrapped(String code, String text) {
      return text;
    }
  },
  /** ANSI escape sequences around the text. */
  COLOURED {
    @Override
    String wrapped(String code, String text) {
      return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  };

  abstract String wrapped(String code, String text);

  /** A heading or a name. */
  public String bold(String text) {
    return wrapped("1", text);
  }

  /** What matters less. */
  public String faint(String text) {
    return wrapped("2", text);
  }

  /** Done. */
  public String good(String text) {
    return wrapped("32", text);
  }

  /** Look at it. */
  public String doubtful(String text) {
    return wrapped("33", text);
  }

  /** Not done. */
  public String bad(String text) {
    return wrapped("31", text);
  }
}
