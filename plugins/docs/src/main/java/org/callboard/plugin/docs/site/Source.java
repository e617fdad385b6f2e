package org.callboard.plugin.docs.site;

import java.util.HashMap;
import java.util.Map;

/** The Markdown of a page, to say in which line an address is. */
final class Source {

    private final String text;
    private final Map<String, Integer> found = new HashMap<>();

    Source(String text) {
        this.text = text;
    }

    /** The line of the next place an address is at; that of the last where there is no other; 1 where there is none. */
    int line(String address) {
        int from = found.getOrDefault(address, 0);
        int at = text.indexOf(address, from);
        if (at < 0) {
            at = text.lastIndexOf(address);
        } else {
            found.put(address, at + address.length());
        }
        return at < 0
                ? 1
                : 1
                        + (int) text.substring(0, at)
                                .chars()
                                .filter(character -> character == '\n')
                                .count();
    }
}
