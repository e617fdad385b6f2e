package org.callboard.plugin.webshell;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.Relation;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Card;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.EntityCard;
import org.callboard.api.ui.Value;
import org.osgi.service.component.annotations.Component;

/** What the descriptor says of an entity: owner, system, type, lifecycle, tags and links. */
@Component
public final class AboutCard implements EntityCard {

    @Override
    public String title() {
        return "About";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(0);
    }

    @Override
    public Card show(Entity entity, Caller caller) {
        Card card = targets(Card.empty(), entity, "ownedBy", "Owner");
        card = targets(card, entity, "partOf", entity.spec("system").isPresent() ? "System" : "Part of");
        card = text(card, "Type", entity.spec("type"));
        card = text(card, "Lifecycle", entity.spec("lifecycle"));
        card = text(card, "E-mail", entity.document().text("spec", "profile", "email"));
        for (String tag : entity.document().array("metadata", "tags").texts()) {
            card = card.value("Tags", new Value.Tag(tag));
        }
        card = links(card, entity);
        return card.blocks().isEmpty() ? nothing() : card;
    }

    private static Card targets(Card card, Entity entity, String type, String label) {
        List<EntityRef> targets = entity.relations().stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::target)
                .toList();
        for (EntityRef target : targets) {
            card = card.value(label, Value.of(target));
        }
        return card;
    }

    private static Card text(Card card, String label, Optional<String> text) {
        return text.isPresent() ? card.value(label, text.get()) : card;
    }

    private static Card links(Card card, Entity entity) {
        for (Json item : entity.document().array("metadata", "links").items()) {
            if (item instanceof Json.Obj link) {
                String url = link.text("url").orElse("");
                card = card.value("Links", link(link.text("title").orElse(url), url));
            }
        }
        Optional<String> source = entity.annotation("backstage.io/view-url");
        return source.isPresent() ? card.value("Links", link("Descriptor", source.get())) : card;
    }

    /** An address that is none is shown as it was written. */
    private static Value link(String label, String url) {
        try {
            return new Value.Link(label, new URI(url));
        } catch (URISyntaxException e) {
            return Value.of(url);
        }
    }

    private static Card nothing() {
        return Card.empty()
                .with(new Block.Empty(
                        "The descriptor says no more", "Add an owner, a type, tags or links to catalog-info.yaml."));
    }
}
