package org.callboard.plugin.scorecards.fact;

/** The facts of one entity. */
@FunctionalInterface
public interface Facts {

    /** {@return what is known of a fact, by its name} */
    Answer of(String name);
}
