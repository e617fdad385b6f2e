/** The rules of the envelope and the built-in kinds. */
@NullMarked
package org.callboard.core.entity;

import org.jspecify.annotations.NullMarked;
