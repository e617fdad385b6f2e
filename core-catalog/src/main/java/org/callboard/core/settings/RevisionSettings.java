package org.callboard.core.settings;

import java.util.List;
import org.callboard.api.config.Configuration;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.core.config.PluginSection;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.mask.KnownSecrets;
import org.callboard.core.settings.RecordMaker.NotTakenException;
import org.jspecify.annotations.Nullable;

/** The configuration of one revision: what is in force, and why the latest change is not. */
public final class RevisionSettings implements Configuration {

    private final RevisionName revision;
    private final SettingsSchema schema;
    private final RecordMaker maker;
    private final ForeignCall entry;
    private final KnownSecrets secrets;
    private volatile @Nullable InForce inForce;
    private volatile @Nullable Diagnosis problem;

    private record InForce(Bound bound, PluginSection section, Record made) {}

    /** What the plugin's own check came to: a record, or a refusal. */
    private record Made(@Nullable Record made, @Nullable NotTakenException refusal) {}

    RevisionSettings(
            RevisionName revision, SettingsSchema schema, RecordMaker maker, ForeignCall entry, KnownSecrets secrets) {
        this.revision = revision;
        this.schema = schema;
        this.maker = maker;
        this.entry = entry;
        this.secrets = secrets;
    }

    /** {@return whose it is} */
    public RevisionName revision() {
        return revision;
    }

    /** {@return why the latest change does not take effect, or what of it is out of date; null where all is well} */
    public @Nullable Diagnosis problem() {
        return problem;
    }

    @Override
    public <T extends Record> T current(Class<T> type) {
        InForce now = inForce;
        if (now == null || !type.isInstance(now.made())) {
            throw new IllegalArgumentException(
                    "The configuration of plugin '" + revision.plugin() + "' is no " + type.getName() + ".");
        }
        return type.cast(now.made());
    }

    /** {@return what may be set, and what is in force of it} */
    public List<SettingInForce> describe() {
        InForce now = inForce;
        return SettingInForce.of(schema, now == null ? PluginSection.NONE : now.section());
    }

    /**
     * Takes what is set now, where it can be used.
     *
     * @return whether it is another configuration than before
     */
    synchronized boolean take(PluginSection section) throws UnfitSettingsException {
        try {
            boolean isOther = takeChecked(section);
            problem = section.stale().isEmpty() ? null : new SettingsDiagnosis(revision.plugin(), section).stale();
            return isOther;
        } catch (UnfitSettingsException unfit) {
            problem = unfit.diagnosis();
            throw unfit;
        }
    }

    private boolean takeChecked(PluginSection section) throws UnfitSettingsException {
        SettingsDiagnosis diagnosis = new SettingsDiagnosis(revision.plugin(), section);
        Bound bound = Bound.of(schema, section);
        if (!bound.isGood()) {
            throw diagnosis.of(bound);
        }
        secrets.know(bound.secrets());
        InForce before = inForce;
        if (before != null && before.bound().values().equals(bound.values())) {
            inForce = new InForce(bound, section, before.made());
            return false;
        }
        Made made = entry.call(() -> make(bound));
        if (made.made() == null) {
            NotTakenException refusal = java.util.Objects.requireNonNull(made.refusal());
            throw diagnosis.of(refusal.path(), secrets.masked(hide(bound, String.valueOf(refusal.getMessage()))));
        }
        inForce = new InForce(bound, section, made.made());
        return true;
    }

    private Made make(Bound bound) {
        try {
            return new Made(maker.make(schema, bound.values(), List.of()), null);
        } catch (NotTakenException refusal) {
            return new Made(null, refusal);
        }
    }

    /** An author's message may quote what nobody is to see, also what is too short to be hidden anywhere else. */
    private static String hide(Bound bound, String message) {
        String hidden = message;
        for (String secret : bound.secrets()) {
            hidden = hidden.replace(secret, "***");
        }
        return hidden;
    }
}
