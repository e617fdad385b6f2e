package org.callboard.core.storage;

import org.callboard.core.entity.Sha256;

/**
 * A file of a plugin's migrations.
 *
 * @param number from 1
 * @param path in the jar
 */
record MigrationFile(int number, String path, String content) {

    /** Line ends depend on where a jar was built. */
    String digest() {
        return Sha256.hex(content.replace("\r\n", "\n"));
    }
}
