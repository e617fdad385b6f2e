package org.callboard.core.lifecycle;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.Plugins.Terms;
import org.callboard.api.plugins.Plugins.Terms.Downgrade;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.db.Database;
import org.callboard.core.pluginstore.OriginRules;
import org.callboard.core.signature.SignatureCheck;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/** Which jar may take the place of which. */
final class InstallRules {

    /** Whether the same version may come with other bytes. */
    enum SameVersion {
        /** As developers need it. */
        ACCEPTED,
        /** As operators need it. */
        REFUSED
    }

    private final SameVersion sameVersion;
    private final OriginRules origins;
    private final List<Rule> further = new CopyOnWriteArrayList<>();

    /** What a jar must pass, whichever way it comes. */
    interface Rule {
        /** Throws what the jar is refused with. */
        void check(PluginArchive archive);
    }

    InstallRules(SameVersion sameVersion, OriginRules origins) {
        this.sameVersion = sameVersion;
        this.origins = origins;
    }

    /** {@return the rules that a configuration makes} */
    static InstallRules of(Database database, PortalConfig config) {
        return new InstallRules(
                config.development() ? SameVersion.ACCEPTED : SameVersion.REFUSED,
                new OriginRules(new SignatureCheck(config.plugins().signatures(), Clock.systemUTC()), database));
    }

    /** {@return which jars are believed to come from whom they say} */
    OriginRules origins() {
        return origins;
    }

    /**
     * Looks at a jar before anything of it is started.
     *
     * @param current the version whose place it would take, or null where there is none
     * @throws RefusedException where it may not be installed
     */
    void check(PluginArchive archive, Terms terms, @Nullable Version current) {
        further.forEach(rule -> rule.check(archive));
        checkVersion(archive, terms, current, sameVersion);
    }

    /** Has every later install heed a further rule. */
    void heed(Rule rule) {
        further.add(rule);
    }

    static void checkVersion(PluginArchive archive, Terms terms, @Nullable Version current, SameVersion sameVersion) {
        if (current == null) {
            return;
        }
        if (archive.version().equals(current) && sameVersion == SameVersion.REFUSED) {
            throw refused(
                    archive,
                    "This version is installed already, from a jar with other content.",
                    "Give the new jar a version of its own, or set 'development: true' on a portal of your own.");
        }
        if (numbers(archive.version()).compareTo(numbers(current)) < 0 && terms.downgrade() == Downgrade.REFUSED) {
            throw refused(
                    archive,
                    "The later version " + current + " is installed, and an earlier one may bring back flaws.",
                    "Roll back to go back, or allow it: '?downgrade=allow' with the request, --allow-downgrade on the"
                            + " command line.");
        }
    }

    /** Without the qualifier: a release comes after its snapshots and candidates, whatever their names. */
    private static Version numbers(Version version) {
        return new Version(version.getMajor(), version.getMinor(), version.getMicro());
    }

    private static RefusedException refused(PluginArchive archive, String cause, String fix) {
        return new RefusedException(
                new Diagnosis("Plugin '" + archive.id() + "' " + archive.version() + " was refused.", cause, fix));
    }
}
