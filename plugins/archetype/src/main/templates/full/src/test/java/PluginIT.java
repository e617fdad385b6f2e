package ${package};

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.callboard.testkit.Portal;
import org.callboard.testkit.PortalTest;
import org.junit.jupiter.api.Test;

/** The plugin's jar in a real portal. */
@PortalTest
class PluginIT {

    private static final String PLUGIN = "${artifactId}";
    private static final String SHOP = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: shop}
            spec: {type: service, lifecycle: production, owner: my-team}
            """;

    @Test
    void greetsOnThePageOfAService(Portal portal) {
        portal.catalog(SHOP, "component:default/shop");
        String card = portal.card(PLUGIN, "hello-card", "component:default/shop").toString();
        assertTrue(card.contains("This is shop."), card);
    }
}
