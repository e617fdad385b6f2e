package org.callboard.core.hook;

/**
 * One of {@code reading.hooks}: by which a code host tells of pushes.
 *
 * @param name the last step of its address
 * @param secret what the code host signs with
 */
public record Hook(String name, String secret) {

    /** {@return nothing of the secret} */
    @Override
    public String toString() {
        return "Hook[" + name + "]";
    }
}
