package org.callboard.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

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
                    "..core.signin..",
                    "..core.audit..",
                    "..core.backup..",
                    "..core.pluginstore..",
                    "..core.leftover..",
                    "..core.task..",
                    "..core.storage..",
                    "..core.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule onlyThoseWhoStartAndWireRevisionsKnowTheFramework = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..core.wiring..",
                    "..core.revision..",
                    "..core.lifecycle..",
                    "..core.verify..",
                    "..core.extension..",
                    "org.callboard.core")
            .should()
            .dependOnClassesThat(resideInAPackage("org.osgi.framework..")
                    .and(not(type(Version.class)).and(not(type(VersionRange.class)))));

    @ArchTest
    static final ArchRule wiringKnowsJarsAndTheFramework = noClasses()
            .that()
            .resideInAPackage("..core.wiring..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(resideOutsideOfPackages("..core.wiring..", "..core.archive..")));

    @ArchTest
    static final ArchRule theInboxKnowsJarsAlone = noClasses()
            .that()
            .resideInAPackage("..core.inbox..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(resideOutsideOfPackages(
                            "..core.inbox..", "..core.archive..", "..core.entity..", "..core.thread..")));

    @ArchTest
    static final ArchRule whatAJarAsksForIsReadWithoutRunningIt = noClasses()
            .that()
            .resideInAPackage("..core.asks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..core.wiring..", "..core.pluginstore..", "..core.revision..", "..core.supervision..");

    @ArchTest
    static final ArchRule historiesKnowNothingOfTheCatalog = noClasses()
            .that()
            .resideInAPackage("..core.git..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(resideOutsideOfPackages("..core.git..", "..core.thread..")));

    @ArchTest
    static final ArchRule threadsStandAlone = noClasses()
            .that()
            .resideInAPackage("..core.thread..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages("..core.thread..", "java..", "org.jspecify.."));

    @ArchTest
    static final ArchRule thePluginStoreRunsNothing = noClasses()
            .that()
            .resideInAPackage("..core.pluginstore..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(resideOutsideOfPackages(
                            "..core.pluginstore..",
                            "..core.archive..",
                            "..core.signature..",
                            "..core.db..",
                            "..core.entity..")));

    @ArchTest
    static final ArchRule revisionsKnowNothingOfWhyTheyAreStarted = noClasses()
            .that()
            .resideInAPackage("..core.revision..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..core.inbox..", "..core.pluginstore..", "..core.supervision..", "..core.lifecycle..");

    @ArchTest
    static final ArchRule onlyThePortalItselfKnowsTheLifecycle = noClasses()
            .that()
            .resideOutsideOfPackages("..core.lifecycle..", "org.callboard.core")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..core.lifecycle..");

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
    static final ArchRule hooksKnowAddressesOfRepositoriesAlone = noClasses()
            .that()
            .resideInAPackage("..core.hook..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(not(resideInAnyPackage("..core.hook..", "..core.web..", "..core.entity.."))));

    @ArchTest
    static final ArchRule theEdgeStandsAlone = noClasses()
            .that()
            .resideInAPackage("..core.edge..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                    "..core.edge..", "java..", "javax.crypto..", "javax.security..", "org.jspecify.."));

    @ArchTest
    static final ArchRule whatLooksThroughTheProcessStandsAlone = noClasses()
            .that()
            .resideInAPackage("..core.leftover..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard..").and(not(resideInAPackage("..core.leftover.."))));

    @ArchTest
    static final ArchRule signingInKnowsNeitherTheDoorNorPlugins = noClasses()
            .that()
            .resideInAPackage("..core.signin..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(not(resideInAnyPackage(
                            "..core.signin..",
                            "..core.session..",
                            "..core.policy..",
                            "..core.audit..",
                            "..core.db..",
                            "..core.entity.."))));

    @ArchTest
    static final ArchRule pluginsTablesStandAlone = noClasses()
            .that()
            .resideInAPackage("..core.storage..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(not(resideInAnyPackage(
                            "..core.storage..",
                            "..core.db..",
                            "..core.archive..",
                            "..core.entity..",
                            "..core.thread.."))));

    @ArchTest
    static final ArchRule provingOriginStandsAlone = noClasses()
            .that()
            .resideInAPackage("..core.signature..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(not(resideInAnyPackage("..core.signature..", "..core.entity.."))));

    @ArchTest
    static final ArchRule hidingSecretsStandsAlone = noClasses()
            .that()
            .resideInAPackage("..core.mask..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages("..core.mask..", "java..", "org.jspecify.."));

    @ArchTest
    static final ArchRule fetchedSecretsKnowTheConfigurationAlone = noClasses()
            .that()
            .resideInAPackage("..core.secret..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(resideOutsideOfPackages(
                            "..core.secret..",
                            "..core.config..",
                            "..core.mask..",
                            "..core.archive..",
                            "..core.thread..")));

    @ArchTest
    static final ArchRule tokensOfJobsAreCheckedWithoutTheWeb = noClasses()
            .that()
            .resideInAPackage("..core.workload..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(resideOutsideOfPackages(
                            "..core.workload..",
                            "..core.session..",
                            "..core.policy..",
                            "..core.config..",
                            "..core.entity..",
                            "..core.archive..")));

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
            .dependOnClassesThat(resideOutsideOfPackages(
                            "..core.archive..",
                            "..core.bytecode..",
                            "..core.entity..",
                            "org.callboard.api.plugins..",
                            "org.callboard.api.problem..",
                            "org.objectweb.asm..",
                            "java..",
                            "javax.xml..",
                            "org.jspecify..")
                    .and(not(type(Version.class))));

    @ArchTest
    static final ArchRule comparingWithTheApiStandsAlone = noClasses()
            .that()
            .resideInAPackage("..core.compat..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages(
                    "..core.compat..", "..core.bytecode..", "java..", "org.objectweb.asm..", "org.jspecify.."));

    @ArchTest
    static final ArchRule classFilesAreReadBehindOneGuard = noClasses()
            .that()
            .resideOutsideOfPackage("..core.bytecode..")
            .should()
            .callMethodWhere(target(owner(assignableTo("org.objectweb.asm.ClassReader"))));

    @ArchTest
    static final ArchRule readingClassFilesStandsAlone = noClasses()
            .that()
            .resideInAPackage("..core.bytecode..")
            .should()
            .dependOnClassesThat(
                    resideOutsideOfPackages("..core.bytecode..", "java..", "org.objectweb.asm..", "org.jspecify.."));

    @ArchTest
    static final ArchRule theMavenRepositoryIsAFolder = noClasses()
            .that()
            .resideInAPackage("..core.maven..")
            .should()
            .dependOnClassesThat(
                    resideOutsideOfPackages("..core.maven..", "..core.entity..", "java..", "org.jspecify.."));

    @ArchTest
    static final ArchRule onlyTheIndexesKnowLucene = noClasses()
            .that()
            .resideOutsideOfPackages("..core.lucene..", "..core.query..", "..core.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule searchKnowsPluginsByTheApiAlone = noClasses()
            .that()
            .resideInAPackage("..core.search..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.callboard.core..")
                    .and(resideOutsideOfPackages(
                            "..core.lucene..", "..core.search..", "..core.session..", "..core.thread..")));

    @ArchTest
    static final ArchRule namesSaySomething = noClasses()
            .should()
            .haveNameMatching(".*\\.(I[A-Z]|Abstract|Base)\\w*|.*(Impl|Utils?|Helper|Manager|Common|Misc|Legacy|V2)");

    @ArchTest
    static final ArchRule logsThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}
