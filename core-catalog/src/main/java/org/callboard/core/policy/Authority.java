package org.callboard.core.policy;

/** Says what people may do. */
@FunctionalInterface
public interface Authority {

    /** {@return what they may do now}; asked for every request, so it must be quick */
    Rights of(Identity who);
}
