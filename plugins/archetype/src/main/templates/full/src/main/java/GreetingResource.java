package ${package};

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.osgi.service.component.annotations.Component;

/** GET /api/${artifactId}/greeting?name=Mara */
@Component
@Path("greeting")
public final class GreetingResource implements RestResource {

    /** Records are answered as JSON. */
    public record Greeting(String text) {}

    @GET
    @RequiresPermission(Permission.PORTAL_USE)
    public Greeting greet(@QueryParam("name") @DefaultValue("world") String name) {
        return new Greeting("Hello, " + name + ".");
    }
}
