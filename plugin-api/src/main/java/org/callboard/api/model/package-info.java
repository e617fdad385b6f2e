/** Entities, references and the JSON they are made of: immutable values. */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("0.1.0")
@NullMarked
package org.callboard.api.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
