package io.opalmind;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.opalmind.cli.Main;
import io.opalmind.cli.archive.Training;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The rooms of the house: who may know whom, and which library lives where (docs/architecture.md). */
class HouseTest {
    private static final JavaClasses HOUSE = house();

    private static final String EVERYTHING = "io.opalmind..";

    /** Each room with those it may know besides itself. A new room needs a line here. */
    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("io.opalmind.cli", List.of(EVERYTHING)),
            Map.entry("io.opalmind.cli.completion", List.of()),
            Map.entry("io.opalmind.cli.archive", List.of("io.opalmind.cli", "io.opalmind")),
            Map.entry("io.opalmind.render", List.of("io.opalmind.matomo")),
            Map.entry(
                    "io.opalmind",
                    List.of("io.opalmind.health", "io.opalmind.matomo..", "io.opalmind.store..", "io.opalmind.config")),
            Map.entry(
                    "io.opalmind.health", List.of("io.opalmind.matomo..", "io.opalmind.store..", "io.opalmind.config")),
            Map.entry("io.opalmind.matomo", List.of("io.opalmind.matomo..", "io.opalmind.store")),
            // A report asks its own questions, so it knows who carries them.
            Map.entry("io.opalmind.matomo.report", List.of("io.opalmind.matomo", "io.opalmind.matomo.http")),
            Map.entry(
                    "io.opalmind.matomo.track",
                    List.of("io.opalmind.matomo", "io.opalmind.matomo.http", "io.opalmind.store")),
            Map.entry(
                    "io.opalmind.matomo.track.bulk",
                    List.of(
                            "io.opalmind.matomo",
                            "io.opalmind.matomo.http",
                            "io.opalmind.matomo.track",
                            "io.opalmind.store")),
            Map.entry("io.opalmind.matomo.http", List.of("io.opalmind.matomo")),
            Map.entry("io.opalmind.store", List.of()),
            Map.entry("io.opalmind.store.redis", List.of("io.opalmind.store")),
            Map.entry("io.opalmind.store.redis.audit", List.of("io.opalmind.store", "io.opalmind.store.redis")),
            Map.entry("io.opalmind.store.redis.inspect", List.of("io.opalmind.store..")),
            Map.entry("io.opalmind.sandbox", List.of("io.opalmind.sandbox..")),
            Map.entry(
                    "io.opalmind.sandbox.http",
                    List.of("io.opalmind.sandbox.api", "io.opalmind.sandbox.visits", "io.opalmind.sandbox.site")),
            Map.entry(
                    "io.opalmind.sandbox.api",
                    List.of("io.opalmind.sandbox.report", "io.opalmind.sandbox.visits", "io.opalmind.sandbox.site")),
            Map.entry("io.opalmind.sandbox.report", List.of("io.opalmind.sandbox.visits", "io.opalmind.sandbox.site")),
            Map.entry("io.opalmind.sandbox.visits", List.of("io.opalmind.sandbox.site")),
            Map.entry("io.opalmind.sandbox.site", List.of()),
            Map.entry("io.opalmind.config", List.of()));

    private static final List<String> ROOMS =
            HOUSE.stream().map(JavaClass::getPackageName).distinct().sorted().toList();

    /** Of libraries the names will do; to read lettuce and netty takes longer than all the rules. */
    private static JavaClasses house() {
        ArchConfiguration.get().setClassResolver(SelectedClassResolverFromClasspath.class);
        ArchConfiguration.get().setClassResolverArguments("java.lang", "java.io");
        return new ClassFileImporter()
                .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void room_knows_only_those_it_may(String room) {
        assertTrue(MAY_KNOW.containsKey(room), room + " is no room of the house");
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(EVERYTHING))
                        .or(resideInAPackage(room))
                        .or(resideInAnyPackage(MAY_KNOW.get(room).toArray(String[]::new))))
                .check(HOUSE);
    }

    @Test
    void rooms_do_not_know_each_other_in_a_circle() {
        slices().matching("io.opalmind.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @ParameterizedTest
    @CsvSource({
        "picocli.., io.opalmind.cli",
        "io.lettuce.., io.opalmind.store.redis..",
        "io.netty.., io.opalmind.store.redis",
        "reactor.., io.opalmind.store.redis",
        "dev.failsafe.., io.opalmind.matomo.http",
        "de.siegmar.., io.opalmind.render",
        "io.github.cdimascio.., io.opalmind.config",
        "java.net.http.., nowhere",
        "java.util.logging.., nowhere",
        "org.slf4j.., nowhere"
    })
    void library_stays_in_its_room(String library, String room) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(HOUSE);
    }

    @Test
    void process_is_touched_in_main_alone() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Main.class, Training.class)
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .callMethod(Runtime.class, "addShutdownHook", Thread.class)
                .check(HOUSE);
        noClasses()
                .that()
                .doNotBelongToAnyOf(Main.class)
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .orShould()
                .accessField(System.class, "in")
                .check(HOUSE);
    }

    @Test
    void nobody_sleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .check(HOUSE);
    }
}
