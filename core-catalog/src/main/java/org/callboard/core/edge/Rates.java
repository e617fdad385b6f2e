package org.callboard.core.edge;

/**
 * How much of the portal others than this machine may take.
 *
 * @param callerPerSecond requests of one who is signed in, in the long run
 * @param addressPerSecond requests from one address of those who are not, in the long run
 * @param connectionsPerAddress connections from one address at once
 */
public record Rates(int callerPerSecond, int addressPerSecond, int connectionsPerAddress) {

    /** Plenty for people and their pages. */
    public static final Rates DEFAULT = new Rates(500, 50, 500);
}
