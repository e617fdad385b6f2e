package org.callboard.api.ui;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.model.Entity;
import org.osgi.annotation.versioning.ConsumerType;

/** Something that people do with an entity: it is in the menu of actions on its page, and in the command palette there. */
@ConsumerType
@ExtensionPoint("entity.command")
public interface EntityCommand extends Extension {

    /** {@return by what it is found, for whom and for which entities it is there; asked for each page} */
    default CommandPlace place() {
        return CommandPlace.EVERYWHERE;
    }

    /** {@return what it asks for and what it does then, as for a {@link Command}} */
    Form form(Entity entity, ViewRequest request);
}
