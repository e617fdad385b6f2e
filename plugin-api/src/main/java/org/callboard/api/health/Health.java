package org.callboard.api.health;

/**
 * How a plugin is.
 *
 * @param level whether it works
 * @param reason a sentence for its owner; empty where it works
 */
public record Health(Level level, String reason) {

    /** Whether a plugin works. */
    public enum Level {
        /** It works. */
        UP,
        /** It does not. */
        DOWN
    }

    /** {@return that it works} */
    public static Health up() {
        return new Health(Level.UP, "");
    }

    /** {@return that it does not work, and why} */
    public static Health down(String reason) {
        return new Health(Level.DOWN, reason);
    }
}
