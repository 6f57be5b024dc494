package dev.andon.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md, checked on the compiled classes of all modules. */
class ArchitectureTest {

    private static final JavaClasses ANDON = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.andon");

    @Test
    void theKernelKnowsNobody() {
        classes()
                .that()
                .resideInAPackage("dev.andon.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.andon.kernel..",
                        "java..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "jakarta.validation..",
                        "org.jspecify..")
                .check(ANDON);
    }

    @Test
    void theEventStoreKnowsNoIncidentAndNoSpring() {
        noClasses()
                .that()
                .resideInAPackage("dev.andon.eventstore..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework..")
                        .or(resideInAnyPackage("dev.andon..").and(resideOutsideOfPackages("dev.andon.eventstore.."))))
                .check(ANDON);
    }

    @Test
    void onlyOnePackageOfTheEventStoreKnowsAxon() {
        noClasses()
                .that()
                .resideInAPackage("dev.andon.eventstore..")
                .and()
                .resideOutsideOfPackage("dev.andon.eventstore.axon..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(ANDON);
    }

    @Test
    void theCoreOfTheEventStoreKnowsNoDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.andon.eventstore", "dev.andon.eventstore.axon..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..", "java.sql..", "org.sqlite..")
                .check(ANDON);
    }

    @Test
    void accessKnowsTheLanguageAndTheLogAndNeitherSide() {
        noClasses()
                .that()
                .resideInAPackage("dev.andon.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.andon.command..", "dev.andon.query..", "dev.andon.standalone..",
                        "dev.andon.eventstore.sqlite..", "dev.andon.eventstore.mongodb..", "org.axonframework..")
                .check(ANDON);
    }

    @Test
    void monitoringKnowsTheLogAndNeitherSide() {
        noClasses()
                .that()
                .resideInAPackage("dev.andon.monitoring..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.andon.command..", "dev.andon.query..", "dev.andon.standalone..",
                        "dev.andon.access..", "dev.andon.eventstore.sqlite..", "dev.andon.eventstore.mongodb..",
                        "org.axonframework..")
                .check(ANDON);
    }

    @Test
    void theDescriptionOfTheApiKnowsNeitherSide() {
        noClasses()
                .that()
                .resideInAPackage("dev.andon.apidocs..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.andon.command..", "dev.andon.query..", "dev.andon.standalone..",
                        "dev.andon.eventstore..", "org.axonframework..")
                .check(ANDON);
    }

    @Test
    void onlyAccessKnowsSpringSecurity() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.andon.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.security..", "com.nimbusds..")
                .check(ANDON);
    }

    @Test
    void commandsAndQueriesKnowNothingOfEachOther() {
        noClasses()
                .that()
                .resideInAPackage("dev.andon.command..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.andon.query..")
                .check(ANDON);
        noClasses()
                .that()
                .resideInAPackage("dev.andon.query..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.andon.command..")
                .check(ANDON);
    }

    @Test
    void rulesAreFreeOfFrameworks() {
        noClasses()
                .that()
                .resideInAPackage("dev.andon.command.*..")
                .and()
                .resideOutsideOfPackages("dev.andon.command.axon..", "dev.andon.command.dispatch..",
                        "dev.andon.command.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.axonframework..", "reactor..", "com.mongodb..", "java.sql..",
                        "dev.andon.eventstore..")
                .check(ANDON);
    }

    @Test
    void onlyOnePackageOfTheWriteSideBuildsOnAxon() {
        noClasses()
                .that()
                .resideInAPackage("dev.andon.command..")
                .and()
                .resideOutsideOfPackages("dev.andon.command.axon..", "dev.andon.command.dispatch..",
                        "dev.andon.command")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(ANDON);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.andon.(*).(*)..").should().beFreeOfCycles().check(ANDON);
    }
}
