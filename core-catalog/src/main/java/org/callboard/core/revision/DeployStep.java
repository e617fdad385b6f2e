package org.callboard.core.revision;

/** How far a revision has come on its way to serve. */
public enum DeployStep {
    /** Its code, needs and settings are compared with what is there. */
    CHECK,
    /** Its bundle is wired and the plugin's tables are brought up to date. */
    PREPARE,
    /** Its code is started beside what serves. */
    START,
    /** Its components are made and its health is asked for. */
    PROVE,
    /** It is recorded, and requests go to it from now on. */
    TAKE_OVER,
    /** It serves; what served before finishes its requests. */
    SERVES,
    /** It does not come to serve; what served before goes on. */
    FAILED,
    /** It served and failed soon after: what served before does so again. */
    WENT_BACK
}
