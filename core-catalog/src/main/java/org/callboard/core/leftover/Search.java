package org.callboard.core.leftover;

import java.util.List;

/** Finds leftovers of one kind, and undoes them where that can be done. */
interface Search {

    List<Leftover> clear(Owner owner);
}
