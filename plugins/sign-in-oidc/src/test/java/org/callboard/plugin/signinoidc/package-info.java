@NullMarked
package org.callboard.plugin.signinoidc;

import org.jspecify.annotations.NullMarked;
