import org.callboard.api.config.*;
import org.slf4j.*;

@Component
public final class RatesListener implements ConfigurationListener {

    private static final Logger LOG = LoggerFactory.getLogger(RatesListener.class);

    private final Configuration configuration;

    @Activate
    public RatesListener(@Reference Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public void changed() {
        LOG.info("Now {}", configuration.current(RatesConfig.class));
    }
}
