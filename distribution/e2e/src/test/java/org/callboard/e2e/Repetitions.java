package org.callboard.e2e;

/** How often something is repeated: so that {@code mvn verify} stays short, or as often as it should be. */
final class Repetitions {

    private Repetitions() {}

    static int of(int scaled, int full) {
        return areScaled() ? scaled : full;
    }

    static boolean areScaled() {
        return !System.getProperty("repetitions", "scaled").equals("full");
    }
}
