package org.callboard.plugin.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.callboard.plugin.docs.site.RenderedPage;
import org.callboard.plugin.docs.site.Section;

/** The sections of a site, to be found by words. */
final class SectionIndex {

    private static final int MOST_HITS = 20;
    private static final int MOST_WORDS = 10;
    private static final int AROUND = 70;
    /** As many characters as a site of some thousand pages has. */
    private static final int MOST_TEXT = 20_000_000;

    private final List<Entry> entries = new ArrayList<>();
    private int size;

    /**
     * A section, and its words in small letters.
     *
     * @param head the titles of page and section
     */
    private record Entry(String page, String title, Section section, String head, String text) {

        /** {@return how close it is; 0 where it lacks one of the words} */
        int score(List<String> words) {
            int score = 0;
            for (String word : words) {
                int found = head.contains(word) ? 3 : text.contains(word) ? 1 : 0;
                if (found == 0) {
                    return 0;
                }
                score += found;
            }
            return score;
        }
    }

    private record Scored(Entry entry, int score) {}

    /** Adds a page, as long as there is room. */
    void add(RenderedPage page) {
        for (Section section : page.sections()) {
            size += section.text().length();
            if (size <= MOST_TEXT) {
                entries.add(new Entry(
                        page.address(),
                        page.title(),
                        section,
                        small(page.title() + " " + section.title()),
                        small(section.text())));
            }
        }
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** {@return sections that have all these words, the closest first and then as the pages stand} */
    List<Hit> find(String text) {
        List<String> words = Arrays.stream(small(text).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return entries.stream()
                .map(entry -> new Scored(entry, entry.score(words)))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparing(Scored::score).reversed())
                .limit(MOST_HITS)
                .map(scored -> hit(scored.entry(), words))
                .toList();
    }

    private static Hit hit(Entry entry, List<String> words) {
        Section section = entry.section();
        int at = words.stream()
                .mapToInt(entry.text()::indexOf)
                .filter(index -> index >= 0)
                .min()
                .orElse(0);
        int from = Math.max(0, Math.min(at, section.text().length()) - AROUND);
        int to = Math.min(section.text().length(), at + AROUND);
        String excerpt = (from > 0 ? "…" : "")
                + section.text().substring(from, Math.max(from, to))
                + (to < section.text().length() ? "…" : "");
        return new Hit(entry.page(), entry.title(), section.id(), section.title(), excerpt);
    }
}
