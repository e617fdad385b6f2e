package org.callboard.core.asks;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.Plan.Need;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.problem.PortalException;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.archive.UnfitException;
import org.callboard.core.storage.PluginMigrations;

/** What a jar does to its plugin's own tables. */
public final class OwnTables {

    private final PluginMigrations migrations;

    public OwnTables(PluginMigrations migrations) {
        this.migrations = migrations;
    }

    /**
     * Looks at a jar's migrations; nothing is changed.
     *
     * @throws RefusedException where they can't be applied
     */
    public void check(PluginArchive archive) {
        List<Need> unused = needs(archive);
    }

    /** {@return the tables, columns and indexes that a jar would add} */
    public List<Need> needs(PluginArchive archive) {
        return refusing(
                archive,
                () -> migrations.additions(archive.id(), archive.file()).stream()
                        .map(addition -> new Need(addition.kind(), addition.name()))
                        .toList());
    }

    /**
     * Adds what a jar needs, before any of its code runs; the revision that serves goes on doing so.
     *
     * @throws RefusedException where it can't be added; nothing is changed then
     */
    public void bringUp(PluginArchive archive, Path jar) {
        Path unused = refusing(archive, () -> {
            migrations.apply(archive.id(), jar);
            return jar;
        });
    }

    /** {@return their names} */
    public List<String> of(String id) {
        return migrations.tables(id);
    }

    /** Drops them. {@return their names} */
    public List<String> drop(String id) {
        return migrations.drop(id);
    }

    private static <R> R refusing(PluginArchive archive, Supplier<R> work) {
        String subject = "Plugin '" + archive.id() + "' " + archive.version();
        try {
            return work.get();
        } catch (UnfitException refusal) {
            throw new RefusedException(
                    new Diagnosis(subject + " was refused.", refusal.reason(), refusal.fix()),
                    PluginState.FAILED,
                    refusal);
        } catch (PortalException failure) {
            String hint = failure.hint();
            throw new RefusedException(
                    new Diagnosis(
                            subject + " could not be started.",
                            "Its tables could not be brought up to date. " + failure.message(),
                            hint == null ? "Try again in a moment." : hint),
                    PluginState.FAILED,
                    failure);
        }
    }
}
