package clinic.daybreak;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.vaadin.flow.router.Route;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/** The rules of docs/architecture.md, "Rules". Change both in the same commit. */
class ArchitectureTest {

    private static final String BASE = "clinic.daybreak";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(BASE);

    @Test
    void features_use_only_what_they_declare() {
        ApplicationModules.of(DaybreakApplication.class).verify();
    }

    @Test
    void nothing_depends_on_the_root_package() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE)
                .because("architecture.md, rule 2: the root starts the application and nothing else")
                .check(CLASSES);
    }

    @Test
    void only_ui_packages_know_vaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .because("architecture.md, rule 3: screens are on top of services")
                .check(CLASSES);
    }

    @Test
    void features_do_not_call_their_screens() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE + "..ui..")
                .because("architecture.md, rule 3: screens are on top of services")
                .check(CLASSES);
    }

    @Test
    void views_entities_repositories_and_controllers_are_package_private() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .or()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .or()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .because("architecture.md, rule 4: the compiler keeps the wall between features")
                .check(CLASSES);
    }

    @Test
    void the_time_comes_from_the_clock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".base.Uuid7")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("architecture.md, rule 5: the time comes from the injected " + Clock.class.getSimpleName())
                .check(CLASSES);
    }

    @Test
    void screens_open_no_transactions() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("..ui..")
                .should()
                .notBeAnnotatedWith("org.springframework.transaction.annotation.Transactional")
                .because("architecture.md, rule 6: a transaction belongs to a service")
                .check(CLASSES);
    }
}
