package org.callboard.plugin.scorecards.held;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.callboard.plugin.scorecards.standard.Standard;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The texts of standards: of all to read, of those that stand in no file to write. */
@Component
@Path("standards/{name: [^/]+(?:/[^/]+/[^/]+)?}")
public final class SourceResource implements RestResource {

    private final StandardTexts texts;

    /** Answers with these. */
    @Activate
    public SourceResource(@Reference StandardTexts texts) {
        this.texts = texts;
    }

    /** {@return the text of a standard, and who wrote its versions} */
    @GET
    @Path("source")
    @RequiresPermission(Permission.CATALOG_READ)
    public Json.Obj source(
            @PathParam("name") String path,
            @QueryParam("version") @Nullable Integer version,
            @Context SecurityContext security) {
        String[] steps = path.split("/", -1);
        EntityRef ref = steps.length == 3
                ? EntityRef.parse(steps[1] + ":" + steps[0] + "/" + steps[2])
                : new EntityRef(Standard.KIND, EntityRef.DEFAULT_NAMESPACE, path);
        return texts.source((Caller) security.getUserPrincipal(), ref, version);
    }

    /** Writes a standard. {@return its text and versions} */
    @PUT
    @Consumes({"text/yaml", "application/yaml", "text/plain"})
    @RequiresPermission(WriteStandards.NAME)
    public Json.Obj write(@PathParam("name") String name, String text, @Context SecurityContext security) {
        return texts.write((Caller) security.getUserPrincipal(), name, text);
    }

    /** Removes a standard; its versions stay, and writing it again brings it back. */
    @DELETE
    @RequiresPermission(WriteStandards.NAME)
    public void remove(@PathParam("name") String name, @Context SecurityContext security) {
        texts.remove((Caller) security.getUserPrincipal(), name);
    }
}
