package org.callboard.plugin.docs.feedback;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Audit;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.docs.SiteAddress;
import org.callboard.plugin.docs.Sites;
import org.callboard.plugin.docs.site.RenderedPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is known of a page besides its text, and what readers say of it: {@code about?at=ADDRESS}, and {@code vote},
 * {@code reports} and {@code reports/ID/close}, to which is sent. Who may not read the entity hears that there is none.
 */
@Component
@Path("{entity: [^/]+/[^/]+/[^/]+}")
public final class FeedbackResource implements RestResource {

    private final Sites sites;
    private final Owners owners;
    private final Votes votes;
    private final Reports reports;
    private final PageViews views;
    private final Audit audit;

    /** Keeps it there. */
    @Activate
    public FeedbackResource(
            @Reference Sites sites,
            @Reference Owners owners,
            @Reference Votes votes,
            @Reference Reports reports,
            @Reference PageViews views,
            @Reference Audit audit) {
        this.sites = sites;
        this.owners = owners;
        this.votes = votes;
        this.reports = reports;
        this.views = views;
        this.audit = audit;
    }

    /** A page, and who asks. */
    private record Asked(Caller caller, Sites.Docs docs, RenderedPage page, Entity source) {

        DocPage kept() {
            return DocPage.of(source.ref(), page.address());
        }
    }

    private Asked asked(String entity, String at, SecurityContext security) {
        Caller caller = (Caller) security.getUserPrincipal();
        Sites.Docs docs = sites.of(caller, SiteAddress.parse(entity), "");
        RenderedPage page = docs.page(at)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND,
                        "The documentation of " + docs.entity().title() + " has no page '" + at + "'.",
                        "Choose one of its list of pages."));
        return new Asked(caller, docs, page, owners.entity(caller, docs.source()));
    }

    /** {@return when a page was changed, who owns it, and what was said of it; who asks is counted as a reader} */
    @GET
    @Path("about")
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj about(
            @PathParam("entity") String entity, @QueryParam("at") String at, @Context SecurityContext security) {
        Asked asked = asked(entity, at == null ? "" : at, security);
        Caller caller = asked.caller();
        views.count(asked.source().ref(), asked.page().address(), Instant.now());
        Optional<HostedRepository> repository = asked.docs().site().repository().flatMap(HostedRepository::of);
        boolean isKept = DocPage.isKept(asked.source().ref(), asked.page().address());
        return Json.object()
                .put("address", asked.page().address())
                .put(
                        "change",
                        orNull(asked.docs()
                                .change(asked.page().source())
                                .map(change -> AboutJson.change(
                                        change, repository.or(() -> HostedRepository.holding(asked.source()))))))
                .put("owner", orNull(Owners.of(asked.source()).map(ref -> owners.json(caller, ref))))
                .put("maySend", AboutJson.bool(isKept && caller.may(new Permission(Permission.PORTAL_USE))))
                .put("vote", orNull(isKept ? vote(asked) : Optional.empty()))
                .put("issue", orNull(repository.map(AboutJson::issue)))
                .put("owners", isKept && owners.isOwner(caller, asked.source()) ? ofOwners(asked) : Json.Null.NULL)
                .build();
    }

    private Optional<Json> vote(Asked asked) {
        return votes.of(asked.kept(), asked.caller().getName()).map(AboutJson::bool);
    }

    private Json ofOwners(Asked asked) {
        Votes.Count count =
                votes.counts(asked.source().ref()).getOrDefault(asked.page().address(), Votes.Count.NONE);
        return AboutJson.owners(
                reports.open(asked.kept()), reports.open(asked.source().ref()), count);
    }

    private static Json orNull(Optional<Json> json) {
        return json.orElse(Json.Null.NULL);
    }

    /** Keeps whether a page was helpful. */
    @POST
    @Path("vote")
    @RequiresPermission(Permission.PORTAL_USE)
    public void vote(@PathParam("entity") String entity, Json body, @Context SecurityContext security) {
        Asked asked = asked(entity, Texts.of(body, "page", Integer.MAX_VALUE), security);
        Json helpful = body instanceof Json.Obj object ? object.get("helpful") : null;
        if (!(helpful instanceof Json.Bool)) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The vote says neither yes nor no.",
                    "Send {\"page\":\"guide/first\",\"helpful\":true}.");
        }
        votes.put(asked.kept(), asked.caller().getName(), helpful == Json.Bool.TRUE, Instant.now());
    }

    /** Keeps what is wrong with a page. */
    @POST
    @Path("reports")
    @RequiresPermission(Permission.PORTAL_USE)
    public void report(@PathParam("entity") String entity, Json body, @Context SecurityContext security) {
        Asked asked = asked(entity, Texts.of(body, "page", Integer.MAX_VALUE), security);
        String words = Texts.of(body, "words", Report.LONGEST_WORDS);
        if (words.isEmpty()) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The report has no words.",
                    "Send {\"page\":\"guide/first\",\"words\":\"What is wrong\",\"quote\":\"about what\"}.");
        }
        String section = Texts.of(body, "section", DocPage.LONGEST);
        boolean isThere = asked.page().headings().stream()
                .anyMatch(heading -> heading.id().equals(section));
        Report.Said said =
                new Report.Said(isThere ? section : "", Texts.of(body, "quote", Report.LONGEST_QUOTE), words);
        reports.add(asked.kept(), said, asked.caller().getName(), Instant.now());
    }

    /** Closes a report, for the owners of the documentation and those whom the policy lets. */
    @POST
    @Path("reports/{id: [0-9]{1,18}}/close")
    @RequiresPermission(Permission.PORTAL_USE)
    public void close(
            @PathParam("entity") String entity,
            @PathParam("id") long id,
            Json body,
            @Context SecurityContext security) {
        Caller caller = (Caller) security.getUserPrincipal();
        Entity source = owners.entity(
                caller, sites.of(caller, SiteAddress.parse(entity), "").source());
        if (!owners.isOwner(caller, source)) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "You may not close reports of the documentation of " + source.ref() + ".",
                    "Ask its owner, or for the permission " + CloseReports.NAME + ".");
        }
        String note = Texts.of(body, "note", Report.LONGEST_NOTE);
        Report report = reports.find(source.ref(), id)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND,
                        "No open report of the documentation of " + source.ref() + " has the number " + id + "."));
        audit.record(caller, "docs.close", "report " + id + " of " + source.ref() + " " + report.page());
        reports.close(source.ref(), id, caller.getName(), note, Instant.now());
    }
}
