package org.callboard.api.search;

/**
 * A text that is found: a page, or a part of one with an address of its own.
 *
 * @param title of the page
 * @param heading of the part; empty for a page as a whole, or what stands above its first heading
 * @param text without markup
 * @param address of the page in the portal, from its root: {@code /docs/default/component/ledger/guide#first-steps}
 */
public record SearchDocument(String title, String heading, String text, String address) {

    /** @throws IllegalArgumentException where the address leads out of the portal */
    public SearchDocument {
        boolean isInside = address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().noneMatch(character -> character <= ' ' || character == '\\');
        if (!isInside) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no address in the portal: write it from its root.");
        }
    }
}
