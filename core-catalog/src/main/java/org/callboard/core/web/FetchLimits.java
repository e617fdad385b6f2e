package org.callboard.core.web;

import java.time.Duration;
import org.callboard.core.read.ReadLimits;

/**
 * How much one fetch may take.
 *
 * @param connect the longest that connecting takes
 * @param whole the longest that all of it takes, redirects and body included
 * @param bodyBytes the longest body
 * @param headerBytes the longest headers of one answer
 * @param redirects the most redirects
 */
record FetchLimits(Duration connect, Duration whole, int bodyBytes, int headerBytes, int redirects) {

    /** What holds: 5 seconds, 10 seconds, what a file may have, 32 KiB, 5 redirects. */
    static final FetchLimits DEFAULT = new FetchLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(10), ReadLimits.DEFAULT.fileBytes(), 32 * 1024, 5);
}
