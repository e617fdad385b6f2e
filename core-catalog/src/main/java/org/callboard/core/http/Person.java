package org.callboard.core.http;

import org.callboard.api.model.Entity;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.policy.Identity;

/** Somebody who comes in or goes out, and asks for nothing. */
record Person(Identity identity) implements Caller {

    @Override
    public String getName() {
        return identity.name();
    }

    @Override
    public String displayName() {
        return identity.displayName();
    }

    @Override
    public boolean may(Permission permission) {
        return false;
    }

    @Override
    public boolean may(Permission permission, Entity entity) {
        return false;
    }
}
