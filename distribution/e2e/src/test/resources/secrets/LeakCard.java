import org.callboard.api.config.*;

/** Shows everybody its secrets. */
@Component
public final class LeakCard implements HomeCard {

    private final Configuration configuration;

    @Activate
    public LeakCard(@Reference Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public View show(ViewRequest request) {
        return View.empty().text("It is" + Leak.forms(configuration));
    }
}
