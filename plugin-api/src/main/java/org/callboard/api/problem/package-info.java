/** What went wrong, in terms that the person who can mend it understands. */
@Export(substitution = Export.Substitution.NOIMPORT)
@Version("0.1.0")
@NullMarked
package org.callboard.api.problem;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
