package org.callboard.core;

/** How often something is repeated: so that {@code mvn verify} stays short, or as often as it should be. */
public final class Repetitions {

    private Repetitions() {}

    /** {@return the first, or the second where all is repeated in full} */
    public static int of(int scaled, int full) {
        return areScaled() ? scaled : full;
    }

    /** {@return whether there are fewer than there should be} */
    public static boolean areScaled() {
        return !System.getProperty("repetitions", "scaled").equals("full");
    }
}
