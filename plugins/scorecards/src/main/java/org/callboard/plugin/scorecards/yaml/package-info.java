/** YAML with the places where things stand. */
@NullMarked
package org.callboard.plugin.scorecards.yaml;

import org.jspecify.annotations.NullMarked;
