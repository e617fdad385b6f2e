package org.callboard.plugin.docs.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is shown.
 *
 * @param address its path without ending; empty for the first page
 * @param html safe to be shown: links within the site have {@code data-page} and an address relative to the site's
 *     root, images begin with {@link Site#ASSET}
 * @param headings in their order
 * @param sections for search
 * @param uml its diagrams of PlantUML, in their order, with what of the site they include
 * @param problems of this page
 * @param source the path of its Markdown
 * @param previous the address of the page before it in the navigation
 * @param next the address of the page behind it
 */
public record RenderedPage(
        String address,
        String title,
        String html,
        List<Heading> headings,
        List<Section> sections,
        List<String> uml,
        List<SiteProblem> problems,
        String source,
        @Nullable String previous,
        @Nullable String next) {

    /** Copies the lists. */
    public RenderedPage {
        headings = List.copyOf(headings);
        sections = List.copyOf(sections);
        uml = List.copyOf(uml);
        problems = List.copyOf(problems);
    }
}
