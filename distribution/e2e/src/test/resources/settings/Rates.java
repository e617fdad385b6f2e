import org.callboard.api.config.Configuration;
import org.callboard.api.net.*;

/** Asks another server for the rate of the currency that the operator has chosen. */
@Component
@Path("/")
public final class Rates implements RestResource {

    private final Configuration configuration;
    private final WebClient web;

    @Activate
    public Rates(@Reference Configuration configuration, @Reference WebClient web) {
        this.configuration = configuration;
        this.web = web;
    }

    @GET
    @Path("rate")
    @Produces("text/plain")
    @RequiresPermission("portal.use")
    public String rate() {
        RatesConfig now = configuration.current(RatesConfig.class);
        WebAnswer answer = web.send(WebRequest.get(now.endpoint().resolve("/rates/" + now.currency()))
                .header("Authorization", "Bearer " + now.token().reveal())
                .retries(2));
        return now.currency() + " " + answer.text();
    }
}
