package org.callboard.plugin.docs.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Numbers footnotes in the order they are written in, and puts them at the end of the page. */
final class Footnotes {

    private final Map<String, Box> notes = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Integer> references = new LinkedHashMap<>();
    private final String own;

    private Footnotes(String own) {
        this.own = own;
    }

    /** @param own the attribute that says which ids are the page's own */
    static void place(Node document, String own) {
        new Footnotes(own).place(document);
    }

    private void place(Node document) {
        for (Box note : Walk.all(document, Box.class)) {
            String label = note.attributes().remove(NoteFactory.LABEL);
            if (label != null) {
                note.unlink();
                if (notes.putIfAbsent(label, note) == null) {
                    numbers.put(label, notes.size());
                }
            }
        }
        Walk.all(document, Span.class).forEach(this::refer);
        notes.values().forEach(note -> Walk.all(note, Span.class).forEach(this::refer));
        if (!notes.isEmpty()) {
            document.appendChild(list());
        }
    }

    private void refer(Span reference) {
        String label = reference.attributes().remove(NoteFactory.LABEL);
        if (label == null) {
            return;
        }
        Integer number = numbers.get(label);
        if (number == null) {
            Walk.replace(reference, new Text("[^" + label + "]"));
            return;
        }
        int count = references.merge(label, 1, Integer::sum);
        reference.with(own, reference(label, count));
        reference.appendChild(
                new Span("a", "footnote-ref").with("href", "#fn:" + label).text(number.toString()));
    }

    private static String reference(String label, int count) {
        return "fnref" + (count > 1 ? String.valueOf(count) : "") + ":" + label;
    }

    private Box list() {
        Box all = new Box("div", "footnote");
        Box list = new Box("ol", "");
        all.appendChild(list);
        notes.forEach((label, note) -> {
            note.with(own, "fn:" + label);
            list.appendChild(note);
            Node last = note.getLastChild() instanceof Paragraph paragraph ? paragraph : note;
            for (int count = 1; count <= references.getOrDefault(label, 0); count++) {
                last.appendChild(new Text(" "));
                last.appendChild(new Span("a", "footnote-backref")
                        .with("href", "#" + reference(label, count))
                        .text("\u21a9"));
            }
        });
        return all;
    }
}
