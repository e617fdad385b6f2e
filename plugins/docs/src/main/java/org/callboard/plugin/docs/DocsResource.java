package org.callboard.plugin.docs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.search.Search;
import org.callboard.api.search.SearchQuery;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.docs.site.RenderedPage;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The documentation of an entity below {@code /api/docs/NAMESPACE/KIND/NAME}: {@code site} is its navigation, {@code page?at=ADDRESS}
 * one page ({@code &known=FINGERPRINT} where that is enough if nothing changed), {@code search?q=WORDS} finds sections, {@code uml?at=ADDRESS&number=N} is the drawing of the
 * Nth diagram of PlantUML on a page, from 0, and {@code files/PATH} are its pictures and what else it links to;
 * {@code version=VERSION} chooses one where there are several.
 */
@Component
@Path("{entity: [^/]+/[^/]+/[^/]+}")
public final class DocsResource implements RestResource {

    private static final String PLUGIN = "docs";
    private static final int MOST_FOUND = 20;

    private final Sites sites;
    private final Search search;
    private final UmlServer uml;

    /** Answers with these sites, and with what is found in them. */
    @Activate
    public DocsResource(@Reference Sites sites, @Reference Search search, @Reference UmlServer uml) {
        this.sites = sites;
        this.search = search;
        this.uml = uml;
    }

    private Sites.Docs docs(SecurityContext security, String entity, @Nullable String version) {
        return sites.of(
                (Caller) security.getUserPrincipal(), SiteAddress.parse(entity), version == null ? "" : version);
    }

    /** {@return name, navigation and problems of a site} */
    @GET
    @Path("site")
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj site(
            @PathParam("entity") String entity,
            @QueryParam("version") String version,
            @Context SecurityContext security) {
        return SiteJson.site(docs(security, entity, version), uml.isThere());
    }

    /** {@return a page, the first where none is named; only the fingerprint where that of the site is known} */
    @GET
    @Path("page")
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj page(
            @PathParam("entity") String entity,
            @QueryParam("at") String at,
            @QueryParam("known") String known,
            @QueryParam("version") String version,
            @Context SecurityContext security) {
        Sites.Docs docs = docs(security, entity, version);
        if (docs.fingerprint().equals(known)) {
            return Json.object().put("fingerprint", known).build();
        }
        String address = at == null ? "" : at;
        RenderedPage page = docs.page(address)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND,
                        "The documentation of " + docs.entity().title() + " has no page '" + address + "'.",
                        "Choose one of the list at its side."));
        return SiteJson.page(docs, page);
    }

    /**
     * {@return the drawing of a diagram, or why there is none} Who asks names it rather than sends it, so that the server draws what is in
     * documentation and nothing else.
     */
    @GET
    @Path("uml")
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj uml(
            @PathParam("entity") String entity,
            @QueryParam("at") @Nullable String at,
            @QueryParam("number") int number,
            @QueryParam("version") String version,
            @Context SecurityContext security) {
        List<String> diagrams = docs(security, entity, version)
                .page(at == null ? "" : at)
                .map(RenderedPage::uml)
                .orElse(List.of());
        if (number < 0 || number >= diagrams.size()) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND, "The page has no diagram " + number + ".", "Read the page again.");
        }
        return SiteJson.drawing(uml.draw(diagrams.get(number)));
    }

    /** {@return the sections that have all of some words, the closest first} */
    @GET
    @Path("search")
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj search(
            @PathParam("entity") String entity, @QueryParam("q") String words, @Context SecurityContext security) {
        SiteAddress addresses = new SiteAddress(docs(security, entity, null).source());
        SearchQuery query =
                SearchQuery.of(words == null ? "" : words, MOST_FOUND).about(addresses.entity());
        List<Hit> hits = search.search((Caller) security.getUserPrincipal(), query).stream()
                .filter(hit -> hit.plugin().equals(PLUGIN) && addresses.holds(hit.address()))
                .map(hit -> Hit.of(addresses, hit))
                .toList();
        return Json.object()
                .put("hits", new Json.Arr(hits.stream().<Json>map(Hit::json).toList()))
                .build();
    }

    /** {@return a file of the site, so that nothing in it can run} */
    @GET
    @Path("files/{path: .+}")
    @RequiresPermission(Permission.CATALOG_READ)
    public Response file(
            @PathParam("entity") String entity,
            @PathParam("path") String path,
            @QueryParam("version") String version,
            @Context SecurityContext security) {
        return docs(security, entity, version)
                .site()
                .asset(path)
                .map(bytes -> SiteFile.answer(path, bytes))
                .orElseThrow(() ->
                        new PortalException(ProblemKind.NOT_FOUND, "The documentation has no file '" + path + "'."));
    }
}
