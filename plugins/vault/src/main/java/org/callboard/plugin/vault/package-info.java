/** Secrets for the configuration of plugins, out of HashiCorp Vault. */
@NullMarked
package org.callboard.plugin.vault;

import org.jspecify.annotations.NullMarked;
