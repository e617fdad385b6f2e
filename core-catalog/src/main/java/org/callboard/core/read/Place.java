package org.callboard.core.read;

import java.util.List;

/**
 * Where a value and its key start in the file, from 1, and the same for what is in it.
 *
 * @param keyLine the line of the key, or of the value where it has no key
 */
record Place(int line, int column, int keyLine, int keyColumn, List<Place> inner) {

    static Place item(int line, int column, List<Place> inner) {
        return new Place(line, column, line, column, inner);
    }

    Place withKey(int newKeyLine, int newKeyColumn) {
        return new Place(line, column, newKeyLine, newKeyColumn, inner);
    }
}
