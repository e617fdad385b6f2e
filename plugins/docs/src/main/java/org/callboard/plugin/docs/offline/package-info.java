/** Documentation of a folder, checked and shown where no portal runs: the launcher finds the commands by their names. */
@NullMarked
package org.callboard.plugin.docs.offline;

import org.jspecify.annotations.NullMarked;
