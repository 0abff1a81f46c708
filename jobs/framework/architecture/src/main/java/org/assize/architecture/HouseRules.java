package org.assize.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Which room may know which, and how things are named. Each rule says how to mend its violation.
 */
public final class HouseRules {

  private static final DescribedPredicate<JavaClass> ENGINE =
      resideInAnyPackage(
          "org.apache.spark..", "org.apache.hadoop..", "io.delta..", "com.amazon.deequ..");

  /** Nobody of the house wrote it: no rule of how things are written looks at it. */
  private static final DescribedPredicate<JavaClass> GENERATED =
      resideInAPackage("org.assize.airflow.client.generated..");

  private static final DescribedPredicate<JavaClass> FRAMEWORK = resideInAPackage("org.assize..");

  /** What a transform of a domain may use of the framework. */
  private static final DescribedPredicate<JavaClass> PROMISED =
      DescribedPredicate.describe(
          "the promised types",
          type ->
              List.of(
                      "org.assize.spark.Transform",
                      "org.assize.spark.Inputs",
                      "org.assize.spark.RowCondition",
                      "org.assize.spark.RowValues",
                      "org.assize.core.DataInterval")
                  .contains(type.getFullName()));

  private HouseRules() {}

  /** Every rule. */
  public static List<ArchRule> all() {
    return List.of(
        knowsOnly("org.assize.contract..", "org.assize.contract.."),
        knowsOnly("org.assize.core..", "org.assize.core..", "org.assize.contract.."),
        knowsOnly(
            "org.assize.local..",
            "org.assize.local..",
            "org.assize.core..",
            "org.assize.contract.."),
        knowsOnly(
            "org.assize.alerts..",
            "org.assize.alerts..",
            "org.assize.core..",
            "org.assize.contract.."),
        knowsOnly(
            "org.assize.lineage..",
            "org.assize.lineage..",
            "org.assize.core..",
            "org.assize.contract.."),
        openLineageStaysInItsRoom(),
        knowsOnly("org.assize.synthetic..", "org.assize.synthetic..", "org.assize.contract.."),
        knowsOnly(
            "org.assize.spark..",
            "org.assize.spark..",
            "org.assize.core..",
            "org.assize.contract.."),
        knowsOnly(
            "org.assize.airflow.client..",
            "org.assize.airflow.client..",
            "org.assize.contract.problem.."),
        knowsOnly(
            "org.assize.airflow",
            "org.assize.airflow",
            "org.assize.airflow.client",
            "org.assize.core..",
            "org.assize.contract.."),
        generatedStaysBehindTheClient(),
        engineStaysInItsRooms(),
        deequStaysInTheGate(),
        domainsKnowOnlyThePromise(),
        domainsKnowNoOtherDomain(),
        clockIsInjected(),
        noCatchAllNames());
  }

  private static ArchRule knowsOnly(String room, String... rooms) {
    return noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(FRAMEWORK.and(not(resideInAnyPackage(rooms))))
        .because(
            "arrows run one way: let the lower room own a port, and the upper one implement it")
        .allowEmptyShould(true);
  }

  private static ArchRule generatedStaysBehindTheClient() {
    return noClasses()
        .that(not(resideInAPackage("org.assize.airflow.client..")))
        .should()
        .dependOnClassesThat(GENERATED)
        .because(
            "what is generated changes with its document: answer with a record of"
                + " org.assize.airflow.client")
        .allowEmptyShould(true);
  }

  private static ArchRule engineStaysInItsRooms() {
    return noClasses()
        .that(
            FRAMEWORK.and(
                not(
                    resideInAnyPackage(
                        "org.assize.spark..", "org.assize.testkit..", "org.assize.bench.."))))
        .and()
        .haveSimpleNameNotStartingWith("Spark")
        .and()
        .haveSimpleNameNotStartingWith("QueryValues")
        .should()
        .dependOnClassesThat(ENGINE)
        .because("only jobs/framework/spark knows the engine: ask for it through a port of core")
        .allowEmptyShould(true);
  }

  private static ArchRule deequStaysInTheGate() {
    return noClasses()
        .that(
            FRAMEWORK.and(not(resideInAnyPackage("org.assize.spark.gate..", "org.assize.bench.."))))
        .should()
        .dependOnClassesThat(resideInAPackage("com.amazon.deequ.."))
        .because("Deequ's interface is Scala and moves: put it behind org.assize.spark.gate.Gate")
        .allowEmptyShould(true);
  }

  private static ArchRule openLineageStaysInItsRoom() {
    return noClasses()
        .that(FRAMEWORK.and(not(resideInAPackage("org.assize.lineage.."))))
        .should()
        .dependOnClassesThat(resideInAPackage("io.openlineage.."))
        .because("its model grows with each release: tell a RunListener, and let it make the event")
        .allowEmptyShould(true);
  }

  private static ArchRule domainsKnowOnlyThePromise() {
    return noClasses()
        .that(not(FRAMEWORK))
        .should()
        .dependOnClassesThat(FRAMEWORK.and(not(PROMISED)))
        .because("a transform gets frames and an interval; anything else it needs is an input")
        .allowEmptyShould(true);
  }

  private static ArchRule domainsKnowNoOtherDomain() {
    return classes()
        .that(not(FRAMEWORK))
        .should(new KnowNoOtherDomain())
        .because("a domain reads another's tables by contract: declare the table as an input")
        .allowEmptyShould(true);
  }

  private static ArchRule clockIsInjected() {
    return noClasses()
        .that(
            // The store compares the ages of files, which only the machine's clock knows.
            not(
                resideInAnyPackage(
                        "org.assize.cli..", "org.assize.bench..", "org.assize.spark.store..")
                    .or(GENERATED)))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .because("time comes from the Clock that the command line hands down")
        .allowEmptyShould(true);
  }

  private static ArchRule noCatchAllNames() {
    return noClasses()
        .that(not(GENERATED))
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl)")
        .because("a name says what a thing is: find the noun of the domain")
        .allowEmptyShould(true);
  }
}
