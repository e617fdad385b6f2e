package org.callboard.api.problem;

/** The sort of failure, which decides the HTTP status that a caller sees. */
public enum ProblemKind {
    /** The input is wrong; the same request will fail again. HTTP 400. */
    BAD_INPUT,
    /** Nobody is signed in, or the token is not known. HTTP 401. */
    NOT_SIGNED_IN,
    /** The caller may not do this. HTTP 403. */
    NOT_ALLOWED,
    /** The thing asked for is not there. HTTP 404. */
    NOT_FOUND,
    /** It is there, and takes other methods. HTTP 405. */
    METHOD_NOT_ALLOWED,
    /** The request disagrees with what is there. HTTP 409. */
    CONFLICT,
    /** The input is larger than the limit. HTTP 413. */
    TOO_LARGE,
    /** The input is of a media type that is not taken here. HTTP 415. */
    UNSUPPORTED_MEDIA_TYPE,
    /** The input is well formed and can't be accepted, a refused plugin for example. HTTP 422. */
    REFUSED,
    /** It can't be done now and may be done later. HTTP 503. */
    UNAVAILABLE,
    /** A fault of the portal or of a plugin. HTTP 500. */
    INTERNAL
}
