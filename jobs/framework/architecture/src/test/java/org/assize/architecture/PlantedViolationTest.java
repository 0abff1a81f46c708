package org.assize.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.assize.core.planted.NeedsTheCommandLine;
import org.junit.jupiter.api.Test;
import planted.ClockManager;

/** Each kind of rule must be able to fail. */
class PlantedViolationTest {

  @Test
  void a_forbidden_arrow_a_clock_a_catch_all_name_and_a_curious_domain_are_found() {
    JavaClasses planted =
        new ClassFileImporter().importClasses(ClockManager.class, NeedsTheCommandLine.class);

    List<String> broken =
        HouseRules.all().stream()
            .filter(rule -> rule.evaluate(planted).hasViolation())
            .map(ArchRule::getDescription)
            .toList();

    assertThat(broken)
        .hasSize(5)
        .anyMatch(rule -> rule.contains("arrows run one way"))
        .anyMatch(rule -> rule.contains("what is generated changes with its document"))
        .anyMatch(rule -> rule.contains("time comes from the Clock"))
        .anyMatch(rule -> rule.contains("a name says what a thing is"))
        .anyMatch(rule -> rule.contains("a transform gets frames and an interval"));
  }
}
