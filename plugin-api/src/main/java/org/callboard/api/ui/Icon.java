package org.callboard.api.ui;

/** The icons to choose from; drawn as Lucide's icons of these names. */
public enum Icon {
    /** A warning bell. */
    BELL,
    /** Some books. */
    BOOK,
    /** A package. */
    BOX,
    /** A calendar. */
    CALENDAR,
    /** Bars of a chart. */
    CHART,
    /** A list with ticks. */
    CHECKLIST,
    /** A cloud. */
    CLOUD,
    /** Angle brackets. */
    CODE,
    /** Coins. */
    COINS,
    /** A database. */
    DATABASE,
    /** A document. */
    FILE,
    /** A branch of versions. */
    GIT_BRANCH,
    /** A globe. */
    GLOBE,
    /** A speedometer. */
    GAUGE,
    /** A key. */
    KEY,
    /** A message. */
    MESSAGE,
    /** A plug-in's piece; what is drawn where nothing is chosen. */
    PUZZLE,
    /** A rocket. */
    ROCKET,
    /** A server. */
    SERVER,
    /** A cog. */
    SETTINGS,
    /** A shield. */
    SHIELD,
    /** A tag. */
    TAG,
    /** People. */
    USERS,
    /** A wrench. */
    WRENCH
}
