package org.callboard.core.signature;

/** Whether plugins must be signed. */
public enum SignaturePolicy {
    /** Signatures are not looked at. */
    OFF,
    /** A jar needs the signature of a key that is accepted for its owner. */
    REQUIRE
}
