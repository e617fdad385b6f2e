package ${package};

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.callboard.api.config.Configuration;
import org.callboard.api.storage.Tables;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Input;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.PluginPage;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.Table.Column;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.Values;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The page /${artifactId}: who was greeted, and a form that greets. */
@Component
public final class GreetingsPage implements PluginPage {

    private final Tables tables;
    private final Configuration configuration;

    @Activate
    public GreetingsPage(@Reference Tables tables, @Reference Configuration configuration) {
        this.tables = tables;
        this.configuration = configuration;
    }

    @Override
    public String title() {
        return "${title}";
    }

    @Override
    public View show(ViewRequest request) {
        return View.empty()
                .with(Form.of("greet", "Greet", this::greet)
                        .input(Input.text("name", "Who").required()))
                .with(Table.of("greetings", Column.of("name", "Who"), Column.of("when", "When"))
                        .rows(latest(), row -> row));
    }

    private List<List<Value>> latest() {
        return tables.query(
                "select name, said_at from greeting order by id desc limit 20",
                row -> List.of(
                        Value.of(row.getString("name")),
                        Value.of(row.getObject("said_at", OffsetDateTime.class).toInstant())));
    }

    private Outcome greet(Values values) {
        String name = values.text("name");
        if (name.length() > 100) {
            return Outcome.faulty("name", "It is longer than 100 characters.");
        }
        tables.update("insert into greeting (name, said_at) values (?, ?)", name, Instant.now());
        return Outcome.done(configuration.current(HelloConfig.class).greeting() + ", " + name + ".");
    }
}
