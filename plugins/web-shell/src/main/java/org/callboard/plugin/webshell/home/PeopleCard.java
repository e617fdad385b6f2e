package org.callboard.plugin.webshell.home;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.EntityCard;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.TablePage;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is in a group, what they do in it and how they are reached; and the groups in it. */
@Component
public final class PeopleCard implements EntityCard {

    private static final String TABLE = "people";
    private static final int ROWS = 10;

    private final Catalog catalog;

    /** Makes the card. */
    @Activate
    public PeopleCard(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String title() {
        return "People";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.kinds("Group").order(2).size(CardPlace.Size.FULL);
    }

    @Override
    public View show(Entity group, ViewRequest request) {
        List<EntityRef> members = Teams.targets(group, "hasMember");
        if (members.isEmpty()) {
            return nobody(group);
        }
        TablePage shown = ShortPage.of(request, TABLE, ROWS);
        List<List<Value>> rows = new ArrayList<>();
        for (EntityRef member : shown.cut(members)) {
            rows.add(row(member, catalog.find(request.caller(), member)));
        }
        return View.empty()
                .with(Table.of(
                                TABLE,
                                Table.Column.of("person", "Person"),
                                Table.Column.of("name", "Name"),
                                Table.Column.of("does", "What they do"),
                                Table.Column.of("mail", "E-mail"))
                        .rows(rows, row -> row)
                        .page(shown, members.size()));
    }

    private static View nobody(Entity group) {
        String hint = Teams.targets(group, "parentOf").isEmpty()
                ? "Users name their groups in spec.memberOf."
                : "The groups in it, listed in About, have the people.";
        return View.empty().with(new Block.Empty("Nobody is in it", hint));
    }

    private static List<Value> row(EntityRef member, Optional<Entity> person) {
        String name = person.flatMap(one -> one.document().text("spec", "profile", "displayName"))
                .or(() -> person.map(Entity::title))
                .orElse("Not in the catalog you see");
        return List.of(
                Value.of(member),
                Value.of(name),
                Value.of(person.flatMap(one -> one.document().text("metadata", "description"))
                        .orElse("")),
                person.flatMap(PeopleCard::mail).orElse(Value.of("")));
    }

    private static Optional<Value> mail(Entity person) {
        return person.document().text("spec", "profile", "email").map(address -> {
            try {
                return new Value.Link(address, URI.create("mailto:" + address));
            } catch (IllegalArgumentException noAddress) {
                return Value.of(address);
            }
        });
    }
}
