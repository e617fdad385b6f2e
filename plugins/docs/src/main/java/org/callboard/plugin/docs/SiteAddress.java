package org.callboard.plugin.docs;

import java.net.URI;
import java.net.URISyntaxException;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** The addresses of an entity's documentation in the portal. */
public record SiteAddress(EntityRef entity) {

    /**
     * {@return the entity of {@code NAMESPACE/KIND/NAME}}
     *
     * @throws PortalException NOT_FOUND where there can be none
     */
    public static EntityRef parse(String path) {
        String[] steps = path.split("/", -1);
        try {
            return EntityRef.parse(steps[1] + ":" + steps[0] + "/" + steps[2]);
        } catch (IllegalArgumentException none) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is no such entity.");
        }
    }

    String front() {
        return DocsIndex.path(entity);
    }

    /** {@return the address of a section; of the page as a whole where no id is given} */
    public String of(String page, String id) {
        try {
            String path = page.isEmpty() ? front() : front() + "/" + page;
            return new URI(null, null, path, id.isEmpty() ? null : id).toASCIIString();
        } catch (URISyntaxException none) {
            throw new IllegalArgumentException("The page '" + page + "' can't have an address.", none);
        }
    }

    /** {@return the page that is at an address of this documentation, and behind a hash the id of its section} */
    String page(String address) {
        URI uri = URI.create(address);
        String path = uri.getPath().substring(front().length());
        String page = path.startsWith("/") ? path.substring(1) : path;
        return uri.getFragment() == null ? page : page + "#" + uri.getFragment();
    }

    /** {@return whether an address is one of this documentation} */
    boolean holds(String address) {
        String first = of("", "");
        return address.equals(first) || address.startsWith(first + "/") || address.startsWith(first + "#");
    }
}
