package org.callboard.core.source;

/** A tree, and what is known of how its files came to be as they are. */
record KnownTree(ArchiveTree files, TreeChanges changes) {}
