package org.callboard.plugin.docs.markup;

/** What a site may choose to have read, or not. */
public enum Choice {

    /** Dollars hold formulas. */
    MATH,

    /** {@code ///} begins a block. */
    BLOCKS,

    /** The hashes of a heading need a space behind them. */
    SPACED_HEADINGS,

    /** The ids of headings keep letters that are not ASCII. */
    UNICODE_IDS,

    /** Each space of a heading is a hyphen in its id, however many there are. */
    SPACED_IDS,

    /** Straight quotes become those of print. */
    QUOTES,

    /** {@code <<} and {@code >>} become quotes. */
    ANGLED_QUOTES,

    /** Two hyphens become a dash, three a long one. */
    DASHES,

    /** Three dots become an ellipsis. */
    ELLIPSES,

    /** A backslash escapes any character. */
    ESCAPES,

    /** An escaped space is one at which no line ends; with {@link #ESCAPES}. */
    ESCAPED_SPACES,

    /** Items of ordered lists may begin with a parenthesis behind the number. */
    FANCY_LISTS,

    /** They may begin with a letter; with {@link #FANCY_LISTS}. */
    LETTERED_LISTS,

    /** They may begin with a Roman number; with {@link #FANCY_LISTS}. */
    ROMAN_LISTS,

    /** They may begin with a hash, which goes on counting; with {@link #FANCY_LISTS}. */
    HASHED_LISTS,

    /** {@code [==30% "Label"]} is a bar of progress. */
    PROGRESS,

    /** Short references to what is at a code host are links. */
    REFERENCES,

    /** Addresses of what is at a code host are shown as short references. */
    SHORT_ADDRESSES,

    /** Names of people at social networks, such as {@code @x:name}, are links. */
    SOCIAL_NAMES,

    /** Addresses of people at social networks are shown as their names. */
    SHORT_SOCIAL_ADDRESSES,

    /** Names of keys may be written as {@code PageUp}. */
    CAMEL_CASE_KEYS,

    /** Keys that are pressed together are in an element for keys, too. */
    STRICT_KEYS,

    /** Marks of changes are carried out. */
    CHANGES_ACCEPTED,

    /** Marks of changes are undone. */
    CHANGES_REJECTED
}
