/** What an extension is, and how one plugin reaches those of others. */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("0.1.0")
@NullMarked
package org.callboard.api.extension;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
