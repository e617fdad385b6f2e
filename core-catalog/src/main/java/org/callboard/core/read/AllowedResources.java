package org.callboard.core.read;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Files and the web as one: a file may name both, a page on the web never a file. Whether what is named may be read, and how,
 * each side decides for itself. Thread-safe.
 */
public final class AllowedResources implements ResourceReader {

    private final ResourceReader files;
    private final ResourceReader web;

    /**
     * Puts the two together.
     *
     * @param files reads what lies on the disk, and is asked for paths that stand there
     * @param web reads what is on the web, and is asked for absolute HTTP URLs only
     */
    public AllowedResources(ResourceReader files, ResourceReader web) {
        this.files = files;
        this.web = web;
    }

    @Override
    public Resource resolve(Resource base, String name) throws UnreadableException {
        boolean absolute = ResourceName.isWeb(name);
        if (!absolute && base.type().equals(Resource.FILE)) {
            return files.resolve(base, name);
        }
        if (name.indexOf('*') >= 0 || name.indexOf('{') >= 0) {
            throw ResourceName.refuse(
                    name, " is a pattern, and only files are found by pattern.", "Name each URL by itself.");
        }
        return absolute
                ? web.resolve(new Resource(Resource.URL, name), name)
                : web.resolve(base, onSameSite(base, name));
    }

    /** A reference as RFC 3986 resolves it, but for steps above the root of the site, which are refused. */
    private static String onSameSite(Resource base, String name) throws UnreadableException {
        if (!ResourceName.scheme(name).isEmpty()) {
            throw ResourceName.unknownScheme(name);
        }
        int query = name.indexOf('?');
        if (query != 0) {
            ResourceName.requirePlain(query < 0 ? name : name.substring(0, query));
        }
        try {
            URI page = new URI(base.target());
            String reference = (query == 0 ? page.getRawPath() + name : name).replace(" ", "%20");
            URI url = page.resolve(new URI(reference)).normalize();
            if (url.getHost() != null && !url.getRawPath().startsWith("/..")) {
                return url.toString();
            }
        } catch (URISyntaxException e) {
            throw notOnTheWeb(name);
        }
        throw notOnTheWeb(name);
    }

    private static UnreadableException notOnTheWeb(String name) {
        return ResourceName.refuse(
                name,
                " can't be followed from a page on the web.",
                "Write a URL, or a path from the page's own folder; files of the portal can't be named from the web.");
    }

    @Override
    public byte[] read(Resource resource) throws UnreadableException {
        return of(resource).read(resource);
    }

    @Override
    public String fingerprint(Resource resource) {
        return of(resource).fingerprint(resource);
    }

    private ResourceReader of(Resource resource) {
        return resource.type().equals(Resource.URL) ? web : files;
    }
}
