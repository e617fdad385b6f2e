/** Tests of the cost plugin. */
@NullMarked
package org.callboard.plugin.examplecost;

import org.jspecify.annotations.NullMarked;
