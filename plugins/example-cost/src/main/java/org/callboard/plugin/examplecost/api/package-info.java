/** How other plugins bring what services cost. */
@NullMarked
package org.callboard.plugin.examplecost.api;

import org.jspecify.annotations.NullMarked;
