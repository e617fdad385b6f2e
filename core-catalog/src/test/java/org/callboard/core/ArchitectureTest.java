package org.callboard.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders within the core, which one class loader can't guard. */
@AnalyzeClasses(packages = "org.callboard.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.callboard.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ingestIsPure = noClasses()
            .that()
            .resideInAnyPackage(
                    "..core.read..", "..core.entity..", "..core.process..", "..core.stitch..", "..core.validate..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "..core.db..", "..core.store..", "org.osgi.framework..");

    @ArchTest
    static final ArchRule checkingNeedsNoPortal = noClasses()
            .that()
            .resideInAPackage("..core.validate..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(resideOutsideOfPackages(
                            "..core.read..", "..core.entity..", "..core.process..", "..core.validate..")));

    @ArchTest
    static final ArchRule onlyTheKeepersOfTablesSpeakSql = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..core.db..",
                    "..core.store..",
                    "..core.session..",
                    "..core.audit..",
                    "..core.backup..",
                    "..core.lifecycle..",
                    "..core.leftover..",
                    "..core.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule onlyTheLifecycleKnowsTheFramework = noClasses()
            .that()
            .resideOutsideOfPackages("..core.lifecycle..", "..core.extension..", "org.callboard.core")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.osgi.framework..");

    @ArchTest
    static final ArchRule onlyTheDoorKnowsTheServer = noClasses()
            .that()
            .resideOutsideOfPackage("..core.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty.server..", "org.eclipse.jetty.ee10..");

    @ArchTest
    static final ArchRule onlyTheDoorAndTheWebClientKnowJetty = noClasses()
            .that()
            .resideOutsideOfPackages("..core.http..", "..core.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule readingFromTheWebStandsAlone = noClasses()
            .that()
            .resideInAPackage("..core.web..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(not(resideInAnyPackage("..core.web..", "..core.db..", "..core.read..", "..core.entity.."))));

    @ArchTest
    static final ArchRule whatLooksThroughTheProcessStandsAlone = noClasses()
            .that()
            .resideInAPackage("..core.leftover..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard..").and(not(resideInAPackage("..core.leftover.."))));

    @ArchTest
    static final ArchRule provingOriginStandsAlone = noClasses()
            .that()
            .resideInAPackage("..core.signature..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(not(resideInAnyPackage("..core.signature..", "..core.entity.."))));

    @ArchTest
    static final ArchRule onlyPluginsLogsKnowTheLogger = noClasses()
            .that()
            .resideOutsideOfPackage("..core.log..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ch.qos.logback..");

    @ArchTest
    static final ArchRule aJarIsCheckedWithNothingButItsBytes = noClasses()
            .that()
            .resideInAPackage("..core.archive..")
            .should()
            .dependOnClassesThat(
                    resideOutsideOfPackages("..core.archive..", "java..", "javax.xml..", "org.jspecify.."));

    @ArchTest
    static final ArchRule onlyTheIndexKnowsLucene = noClasses()
            .that()
            .resideOutsideOfPackage("..core.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveNameMatching(".*\\.(I[A-Z]|Abstract|Base)\\w*|.*(Impl|Utils?|Helper|Manager|Common|Misc|Legacy|V2)");

    @ArchTest
    static final ArchRule logsThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}
