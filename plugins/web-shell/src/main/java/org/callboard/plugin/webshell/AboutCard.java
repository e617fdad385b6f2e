package org.callboard.plugin.webshell;

import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.config.Configuration;
import org.callboard.api.config.ConfigurationListener;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Relation;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.EntityCard;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.api.ui.Views;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who answers for an entity and how to reach them, what it is, where its source is, and where else to look. */
@Component
public final class AboutCard implements EntityCard, ConfigurationListener {

    private static final int MOST_OWNERS = 3;

    private final Catalog catalog;
    private final Configuration configuration;
    private final Views views;

    /** Makes the card. */
    @Activate
    public AboutCard(@Reference Catalog catalog, @Reference Configuration configuration, @Reference Views views) {
        this.catalog = catalog;
        this.configuration = configuration;
        this.views = views;
    }

    @Override
    public String title() {
        return "About";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(0);
    }

    /** The links are others now, on every page that shows some. */
    @Override
    public void changed() {
        views.changed();
    }

    @Override
    public View show(Entity entity, ViewRequest request) {
        EntityLinks links = new EntityLinks(configuration.current(WebShellConfig.class));
        View view = owners(View.empty(), entity, links, request);
        view = targets(view, entity, "partOf", entity.spec("system").isPresent() ? "System" : "Part of");
        view = targets(view, entity, "childOf", "Part of");
        view = targets(view, entity, "parentOf", "Groups in it");
        view = targets(view, entity, "memberOf", "Groups");
        view = text(view, "Type", entity.spec("type"));
        view = text(view, "Lifecycle", entity.spec("lifecycle"));
        view = all(view, "E-mail", mail(entity));
        for (String tag : entity.document().array("metadata", "tags").texts()) {
            view = view.value("Tags", new Value.Tag(tag));
        }
        view = all(view, "Repository", EntityLinks.repository(entity).stream().toList());
        view = all(view, "Links", links.of(entity));
        view = all(view, "Links", EntityLinks.descriptor(entity).stream().toList());
        return view.blocks().isEmpty() ? nothing() : view;
    }

    /** An owner, and at once how to reach them. */
    private View owners(View empty, Entity entity, EntityLinks links, ViewRequest request) {
        View view = targets(empty, entity, "ownedBy", "Owner");
        for (EntityRef ref :
                targets(entity, "ownedBy").stream().limit(MOST_OWNERS).toList()) {
            Optional<Entity> owner = catalog.find(request.caller(), ref);
            if (owner.isPresent()) {
                view = all(view, "Ask " + owner.get().title(), links.waysTo(owner.get()));
            }
        }
        return view;
    }

    private static View targets(View view, Entity entity, String type, String label) {
        return all(view, label, targets(entity, type).stream().map(Value::of).toList());
    }

    private static List<EntityRef> targets(Entity entity, String type) {
        return entity.relations().stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::target)
                .toList();
    }

    private static List<Value> mail(Entity entity) {
        return EntityLinks.mail(entity).stream()
                .<Value>map(link -> new Value.Link(link.label(), link.href()))
                .toList();
    }

    private static View text(View view, String label, Optional<String> text) {
        return text.isPresent() ? view.value(label, text.get()) : view;
    }

    private static View all(View view, String label, List<Value> values) {
        View more = view;
        for (Value value : values) {
            more = more.value(label, value);
        }
        return more;
    }

    private static View nothing() {
        return View.empty()
                .with(new Block.Empty(
                        "The descriptor says no more", "Add an owner, a type, tags or links to catalog-info.yaml."));
    }
}
