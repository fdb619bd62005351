package org.sitewright;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The walls between the packages. Nothing else guards them: the program is one module.
class ArchitectureTest {
    private static final String ROOT = "org.sitewright";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /// Which packages each package may use beside itself.
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("work", List.of()),
            Map.entry("text", List.of()),
            Map.entry("secret", List.of("work")),
            Map.entry("site", List.of("text", "work")),
            Map.entry("edit", List.of("site", "text")),
            Map.entry("journal", List.of("site", "edit", "work", "text")),
            Map.entry("history", List.of("site", "edit", "journal", "text", "work")),
            Map.entry("media", List.of("site", "work", "text")),
            Map.entry("library", List.of("site", "media", "work", "text")),
            Map.entry("render", List.of("site", "media", "library", "text", "work")),
            Map.entry("preview", List.of("render", "site", "media", "library", "work", "text")),
            Map.entry("publish", List.of("site", "render", "work", "secret", "text", "media")),
            Map.entry("archive", List.of("site", "media", "work")),
            Map.entry("blob", List.of("work")),
            Map.entry("backup", List.of("site", "media", "journal", "blob", "work", "secret")),
            Map.entry("accounts", List.of("site", "work", "secret", "text")),
            Map.entry("forms", List.of("site", "work", "secret", "text")),
            Map.entry("analytics", List.of("site", "work", "secret", "text")),
            Map.entry("billing", List.of("site", "work", "secret", "text"))));

    @Test
    void everyClassIsLookedAt() {
        assertThat(CLASSES).as("classes under src/main/java").hasSizeGreaterThan(100);
    }

    @TestFactory
    Stream<DynamicTest> packagesUseOnlyWhatTheyMay() {
        return MAY_USE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String self = ROOT + "." + entry.getKey() + "..";
                    String[] allowed = Stream.concat(
                                    Stream.of(self), entry.getValue().stream().map(each -> ROOT + "." + each + ".."))
                            .toArray(String[]::new);
                    DescribedPredicate<JavaClass> foreign =
                            resideInAPackage(ROOT + "..").and(DescribedPredicate.not(resideInAnyPackage(allowed)));
                    noClasses()
                            .that()
                            .resideInAPackage(self)
                            .should()
                            .dependOnClassesThat(foreign)
                            .because(entry.getKey() + " knows only " + entry.getValue())
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theToolkitStaysOnTheScreen() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".ui..", ROOT + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..")
                .because("everything but the screen must run, and be tested, without a toolkit")
                .check(CLASSES);
    }

    @Test
    void theDatabaseStaysInTheStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.persistence..", "org.hibernate..", "org.h2..", "org.flywaydb..", "com.zaxxer..")
                .because("entities and SQL are hidden behind the repositories' ports")
                .check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> vendorKitsStayInTheirAdapter() {
        return Map.of(
                        "s3", List.of("software.amazon.."),
                        "sftp", List.of("net.schmizz..", "com.hierynomus.."),
                        "ftps", List.of("org.apache.commons.net.."),
                        "git", List.of("org.eclipse.jgit..", "org.apache.sshd.."),
                        "heroku", List.of("org.apache.commons.compress.."),
                        "keychain", List.of("com.github.javakeyring..", "org.freedesktop..", "de.swiesend.."))
                .entrySet()
                .stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                ROOT + ".adapter." + entry.getKey() + "..", ROOT + ".adapter.cloudfront..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(entry.getValue().toArray(String[]::new))
                        .because("a vendor can be replaced where only one package knows it")
                        .check(CLASSES)));
    }

    @Test
    void onlyOneClassKnowsTheScriptCompiler() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".render.ScriptText")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.javascript..")
                .because("what writes scripts can be replaced in one place")
                .check(CLASSES);
    }

    @Test
    void adaptersDoNotUseOneAnother() {
        slices().matching(ROOT + ".adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        DescribedPredicate.alwaysTrue(),
                        resideInAnyPackage(ROOT + ".adapter.http..", ROOT + ".adapter.ssh.."))
                .because("each vendor is one package; what speaks HTTP or SSH stands on adapter.http or adapter.ssh,"
                        + " which know none")
                .check(CLASSES);
    }

    @Test
    void theScreenUsesPortsOnly() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".storage..", ROOT + ".adapter..", ROOT + ".app..")
                .because("the screen must not know how things are kept or sent")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void viewModelsKnowNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("a view model is tested without a toolkit")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void oneBridgeLeadsToTheScreensThread() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".ui.fx..")
                .should()
                .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
                .because("whoever changes threads does it through ui.fx")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void threadsAreMadeInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".work..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .because("threads are bounded and end with the program")
                .check(CLASSES);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".app..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .because("tests set the time")
                .check(CLASSES);
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT + "..")
                .and()
                .areStatic()
                .should()
                .beFinal()
                .because("state that everyone shares cannot be tested or closed")
                .check(CLASSES);
        assertThat(CLASSES.contain("org.sitewright.site.Site")).isTrue();
    }

    @Test
    void entitiesAreHidden() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .because("rows never leave the store")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItOwns() throws Exception {
        Path main = Path.of("src/main/java/org/sitewright");
        try (Stream<Path> folders = Files.walk(main).filter(Files::isDirectory)) {
            List<Path> silent = folders.filter(ArchitectureTest::hasSources)
                    .filter(folder -> !read(folder.resolve("package-info.java")).matches("(?s)///.*@NullMarked.*"))
                    .toList();
            assertThat(silent)
                    .as("packages without a described, @NullMarked package-info")
                    .isEmpty();
        }
    }

    private static boolean hasSources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
