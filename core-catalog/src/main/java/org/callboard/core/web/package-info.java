/** What is read from the web: which hosts and addresses may be asked, the client that asks, the copies that are kept. */
@NullMarked
package org.callboard.core.web;

import org.jspecify.annotations.NullMarked;
