import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.callboard.api.config.*;
import org.callboard.api.problem.*;

/** Tells its secrets wherever it can. */
@Component
@Path("/")
public final class Leak implements RestResource {

    private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Leak.class);

    private final Configuration configuration;

    @Activate
    public Leak(@Reference Configuration configuration) {
        this.configuration = configuration;
        LOG.info("Started with {}", forms(configuration));
    }

    /** All of them, as they are, in base64 behind something else, and as a part of a URL. */
    static String forms(Configuration configuration) {
        LeakConfig now = configuration.current(LeakConfig.class);
        StringBuilder forms = new StringBuilder();
        for (String secret : List.of(now.file().reveal(), now.vault().reveal(), now.literal().reveal(), now.plain())) {
            byte[] bytes = ("user:" + secret).getBytes(StandardCharsets.UTF_8);
            forms.append(" ").append(secret);
            forms.append(" ").append(Base64.getEncoder().encodeToString(bytes));
            forms.append(" ").append(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        }
        return forms.toString();
    }

    @GET @Path("say") @Produces("text/plain") @RequiresPermission("portal.use")
    public String say() { return "It is" + forms(configuration); }

    @GET @Path("json") @Produces("application/json") @RequiresPermission("portal.use")
    public Json json() { return Json.object().put("told", forms(configuration)).build(); }

    @GET @Path("header") @Produces("text/plain") @RequiresPermission("portal.use")
    public jakarta.ws.rs.core.Response header() {
        return jakarta.ws.rs.core.Response.ok("It is in a header.")
                .header("X-Told", configuration.current(LeakConfig.class).file().reveal())
                .build();
    }

    @GET @Path("binary") @Produces("application/octet-stream") @RequiresPermission("portal.use")
    public byte[] binary() { return forms(configuration).getBytes(StandardCharsets.UTF_8); }

    @GET @Path("log") @Produces("text/plain") @RequiresPermission("portal.use")
    public String log() throws InterruptedException {
        LOG.error("It is{}", forms(configuration), new IllegalStateException("It was" + forms(configuration)));
        System.out.println("Printed" + forms(configuration));
        System.err.println("Printed" + forms(configuration));
        Thread own = new Thread(() -> { throw new IllegalStateException("Thrown" + forms(configuration)); });
        own.start();
        own.join();
        return "logged";
    }

    @GET @Path("throw") @Produces("text/plain") @RequiresPermission("portal.use")
    public String fail() { throw new IllegalStateException("It is" + forms(configuration)); }

    @GET @Path("refuse") @Produces("text/plain") @RequiresPermission("portal.use")
    public String refuse() {
        throw new PortalException(ProblemKind.BAD_INPUT, "It is" + forms(configuration), "Not" + forms(configuration));
    }
}
