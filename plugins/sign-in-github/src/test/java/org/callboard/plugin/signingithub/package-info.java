@NullMarked
package org.callboard.plugin.signingithub;

import org.jspecify.annotations.NullMarked;
