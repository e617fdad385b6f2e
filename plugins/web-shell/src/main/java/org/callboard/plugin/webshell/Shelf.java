package org.callboard.plugin.webshell;

import java.util.List;
import org.callboard.api.model.Json;

/** The views of one sort, below a path of their own. */
interface Shelf {

    /** {@return all of them} */
    Json.Obj list(Asked asked);

    /**
     * {@return one of them}
     *
     * @param key the steps of its path
     * @throws org.callboard.api.problem.PortalException NOT_FOUND where there is none
     */
    Spot find(Asked asked, List<String> key);

    /** {@return one of them as JSON} */
    default Json.Obj show(Asked asked, List<String> key) {
        return find(asked, key).json();
    }
}
