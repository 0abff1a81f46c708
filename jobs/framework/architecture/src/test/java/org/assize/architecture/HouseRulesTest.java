package org.assize.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

  private static JavaClasses house;
  private static List<Path> modules;

  @BeforeAll
  static void every_module_that_was_compiled() throws IOException {
    Path root = root();
    try (Stream<Path> poms = Files.walk(root, 4)) {
      modules =
          poms.filter(path -> path.getFileName().toString().equals("pom.xml"))
              .map(pom -> pom.getParent().resolve("target/classes"))
              .filter(Files::isDirectory)
              .filter(classes -> !classes.startsWith(root.resolve("jobs/framework/architecture")))
              .toList();
    }
    house = new ClassFileImporter().importPaths(modules);
  }

  static List<ArchRule> rules() {
    return HouseRules.all();
  }

  @Test
  void the_whole_house_was_looked_at() {
    assertThat(modules).as(modules.toString()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(house.size()).isGreaterThan(200);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_house_keeps(ArchRule rule) {
    rule.check(house);
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("assize"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
