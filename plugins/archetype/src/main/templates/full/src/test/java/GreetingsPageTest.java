package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.ViewRequest;
import org.callboard.testkit.MemoryTables;
import org.callboard.testkit.ShownView;
import org.callboard.testkit.TestCaller;
import org.callboard.testkit.TestConfiguration;
import org.junit.jupiter.api.Test;

class GreetingsPageTest {

    private final GreetingsPage page =
            new GreetingsPage(new MemoryTables(), TestConfiguration.of(new HelloConfig("Welcome")));
    private final ShownView shown = ShownView.of(() -> page.show(ViewRequest.of(TestCaller.named("Mara"))));

    @Test
    void greetsAndKeepsWhom() {
        assertEquals("Welcome, Ole.", shown.send("greet", Map.of("name", "Ole")).message());
        assertEquals(Value.of("Ole"), shown.table("greetings").rows().get(0).get(0));
    }
}
