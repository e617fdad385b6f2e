package org.callboard.plugin.docs;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.Input;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.PagePlace;
import org.callboard.api.ui.PluginPage;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.Table.Column;
import org.callboard.api.ui.TablePage;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.Values;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All that has documentation. */
@Component
public final class DocsIndex implements PluginPage {

    private static final int MOST = 5_000;
    private static final String ANNOTATIONS = "metadata.annotations.";
    /** The annotation that says where documentation is. */
    public static final String REF = DocsPlace.REF;
    /** What says that it has documentation of its own. */
    public static final Filter OWN = new Filter.Exists(ANNOTATIONS + REF);
    /** What says that it has documentation, its own or another's. */
    public static final Filter DOCUMENTED =
            new Filter.Any(List.of(OWN, new Filter.Exists(ANNOTATIONS + DocsPlace.ENTITY)));

    private final Catalog catalog;

    /** Lists what this catalog says. */
    @Activate
    public DocsIndex(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String title() {
        return "Docs";
    }

    @Override
    public PagePlace place() {
        return PagePlace.FRONT.icon(Icon.BOOK).order(50);
    }

    /** {@return whether an entity says that it has documentation of its own} */
    public static boolean isDocumented(Entity entity) {
        return entity.annotation(DocsPlace.REF).isPresent();
    }

    @Override
    public View show(ViewRequest request) {
        List<Entity> all = new ArrayList<>(
                catalog.query(request.caller(), Query.of(DOCUMENTED, MOST)).items());
        if (all.isEmpty()) {
            return View.empty()
                    .with(new Block.Empty(
                            "Nothing has documentation yet",
                            "Write Markdown in docs/ beside a descriptor, and annotate that: " + DocsPlace.REF
                                    + ": dir:."));
        }
        TablePage page = request.table("sites");
        all.sort(order(page));
        return View.empty()
                .with(Form.of("search", "Search", DocsIndex::search)
                        .input(Input.text("words", "Search in all documentation")
                                .required()))
                .with(Table.of(
                                "sites",
                                Column.of("title", "Documentation").sortable(),
                                Column.of("kind", "Kind").sortable(),
                                Column.of("owner", "Owner").sortable(),
                                Column.of("about", "About"))
                        .rows(page.cut(all), DocsIndex::row)
                        .page(page, all.size()));
    }

    private static Outcome search(Values values) {
        String words = URLEncoder.encode(values.text("words").strip(), StandardCharsets.UTF_8);
        return Outcome.done("").goTo("/search?q=" + words);
    }

    private static Comparator<Entity> order(TablePage page) {
        Comparator<Entity> byTitle = Comparator.comparing(Entity::title, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Entity::ref);
        Comparator<Entity> rising = switch (page.sort()) {
            case "kind" -> Comparator.comparing(Entity::kind).thenComparing(byTitle);
            case "owner" -> Comparator.comparing(DocsIndex::owner).thenComparing(byTitle);
            default -> byTitle;
        };
        return page.direction() == TablePage.Direction.DESCENDING ? rising.reversed() : rising;
    }

    private static String owner(Entity entity) {
        return entity.spec("owner").orElse("");
    }

    private static List<Value> row(Entity entity) {
        return List.of(
                Value.page(entity.title(), path(entity.ref())),
                Value.of(entity.kind()),
                entity.relations().stream()
                        .filter(relation -> relation.type().equals("ownedBy"))
                        .findFirst()
                        .map(relation -> Value.of(relation.target()))
                        .orElseGet(() -> Value.of("none")),
                Value.of(entity.document().text("metadata", "description").orElse("")));
    }

    /** {@return the address of an entity's documentation} */
    public static String path(EntityRef ref) {
        return "/docs/" + ref.namespace() + "/" + ref.kind() + "/" + ref.name();
    }
}
