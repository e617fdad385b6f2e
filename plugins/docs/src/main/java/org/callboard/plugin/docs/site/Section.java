package org.callboard.plugin.docs.site;

/**
 * A part of a page that search finds: what is below a heading, up to the next.
 *
 * @param id the anchor of the heading; empty for what is above the first
 * @param title the heading, or the page's title
 * @param text without markup
 */
public record Section(String id, String title, String text) {}
