/** Tests of the web shell's Java side, with small fakes of the portal. */
@NullMarked
package org.callboard.plugin.webshell;

import org.jspecify.annotations.NullMarked;
