package org.callboard.api.ingest;

import java.util.List;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Teaches the catalog a kind. Entities of kinds that nobody teaches are kept and marked; they are processed again when a
 * plugin that knows theirs becomes active.
 */
@ConsumerType
@ExtensionPoint("catalog.kind")
public interface EntityKind extends Extension {

    /** {@return the kind as descriptors write it, for example {@code Component}} */
    String kind();

    /** {@return the values of {@code apiVersion} that it takes} */
    List<String> apiVersions();

    /** {@return the fields it knows besides those of every entity; others are kept unchecked} */
    List<Field> fields();

    /** {@return the relations its fields make} */
    List<RelationRule> relations();
}
