package org.assize.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds where no class of {@code jobs/<domain>} uses a class compiled in another domain's folder.
 */
final class KnowNoOtherDomain extends ArchCondition<JavaClass> {

  private static final Pattern FOLDER = Pattern.compile(".*/jobs/([^/]+)/(target|lib)/.*");

  KnowNoOtherDomain() {
    super("use no class of another domain");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String home = domain(type);
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String other = domain(dependency.getTargetClass());
      boolean isForeign = !other.isEmpty() && !other.equals(home) && !other.equals("framework");
      events.add(new SimpleConditionEvent(type, !isForeign, dependency.getDescription()));
    }
  }

  private static String domain(JavaClass type) {
    URI source = type.getSource().map(found -> found.getUri()).orElse(URI.create("none"));
    Matcher folder = FOLDER.matcher(source.toString());
    return folder.matches() ? folder.group(1) : "";
  }
}
