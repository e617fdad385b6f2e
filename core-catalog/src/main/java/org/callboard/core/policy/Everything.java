package org.callboard.core.policy;

import org.callboard.api.catalog.Filter;
import org.callboard.api.model.Entity;
import org.callboard.core.policy.Verdict.Outcome;
import org.jspecify.annotations.Nullable;

/** The rights of an administrator. */
final class Everything implements Rights {

    @Override
    public boolean allow(String permission) {
        return true;
    }

    @Override
    public Filter entities(String permission) {
        return Filter.NONE;
    }

    @Override
    public boolean allowPlugin(String permission, String plugin, @Nullable String owner) {
        return true;
    }

    @Override
    public boolean allowEntity(String permission, Entity entity) {
        return true;
    }

    @Override
    public Verdict decide(String permission, Thing thing) {
        return new Verdict(Outcome.ALLOWED, null);
    }

    @Override
    public Object key() {
        return "everything";
    }
}
