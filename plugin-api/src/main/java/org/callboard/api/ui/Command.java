package org.callboard.api.ui;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/** Something that people do from anywhere: they find it by its title in the command palette. */
@ConsumerType
@ExtensionPoint("command")
public interface Command extends Extension {

    /** {@return by what it is found and for whom it is there; what entities have to be means nothing here} Asked for each list. */
    default CommandPlace place() {
        return CommandPlace.EVERYWHERE;
    }

    /**
     * {@return what it asks for and what it does then} Called when somebody chooses the command and again when they send the
     * form, at once. A form without inputs is sent as soon as it is chosen, after its question where it has one.
     */
    Form form(ViewRequest request);
}
