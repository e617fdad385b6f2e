@NullMarked
package org.callboard.plugin.docs.feedback;

import org.jspecify.annotations.NullMarked;
