package org.callboard.plugin.examplehello;

import org.callboard.api.model.Entity;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.EntityCard;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Component;

/** Greets whoever opens the page of a service. */
@Component
public final class HelloCard implements EntityCard {

    @Override
    public String title() {
        return "Hello";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.kinds("Component").types("service");
    }

    @Override
    public View show(Entity entity, ViewRequest request) {
        return View.empty()
                .text("Hello, " + request.caller().displayName() + ". This is " + entity.title() + ".")
                .value("Lifecycle", entity.spec("lifecycle").orElse("not stated"));
    }
}
