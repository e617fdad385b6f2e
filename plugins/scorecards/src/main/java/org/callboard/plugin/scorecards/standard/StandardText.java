package org.callboard.plugin.scorecards.standard;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.model.Json.Obj;
import org.callboard.plugin.scorecards.yaml.YamlTree;
import org.callboard.plugin.scorecards.yaml.YamlTrouble;
import org.jspecify.annotations.Nullable;

/**
 * A standard as somebody writes it.
 *
 * @param document what it says; null where it is no YAML
 * @param standard to be used where there are no slips alone; null where it is no YAML
 * @param slips what is wrong with it
 */
public record StandardText(@Nullable Obj document, @Nullable Standard standard, List<Slip> slips) {

    /** The longest text. */
    public static final int LONGEST = 256 * 1024;

    private static final int MOST_SLIPS = 50;

    /** Copies the slips. */
    public StandardText {
        slips = List.copyOf(slips);
    }

    /**
     * What is wrong, and where.
     *
     * @param line from 1
     * @param column from 1
     * @param fix what to do
     */
    public record Slip(int line, int column, String message, String fix) {}

    /** {@return what a text says} */
    public static StandardText read(String text) {
        if (text.length() > LONGEST) {
            return unreadable(YamlTree.Place.START, "The text is longer than 256 KiB.", "Split the standard.");
        }
        try {
            List<YamlTree> documents = YamlTree.read(text);
            if (documents.size() == 1 && documents.get(0).value() instanceof Json.Obj document) {
                return read(documents.get(0), document);
            }
            return unreadable(YamlTree.Place.START, "The text is not one YAML mapping.", "Write one standard.");
        } catch (YamlTrouble trouble) {
            return unreadable(trouble.place(), "This is no YAML: " + trouble.reason() + ".", "Correct the text.");
        }
    }

    private static StandardText unreadable(YamlTree.Place place, String message, String fix) {
        return new StandardText(null, null, List.of(new Slip(place.line(), place.column(), message, fix)));
    }

    private static StandardText read(YamlTree tree, Json.Obj document) {
        List<Flaw> flaws = new ArrayList<>();
        Standard standard = StandardReader.read(document, Integer.toHexString(document.hashCode()), flaws::add);
        if (!document.text("kind").filter(Standard.KIND::equals).isPresent()) {
            flaws.add(new Flaw("kind", "The kind is not Standard.", "Write kind: Standard."));
        }
        if (!document.text("apiVersion").filter(Standard.API_VERSION::equals).isPresent()) {
            flaws.add(new Flaw(
                    "apiVersion", "The apiVersion is not known.", "Write apiVersion: " + Standard.API_VERSION));
        }
        List<Slip> slips =
                flaws.stream().limit(MOST_SLIPS).map(flaw -> slip(tree, flaw)).toList();
        return new StandardText(document, standard, slips);
    }

    private static Slip slip(YamlTree tree, Flaw flaw) {
        List<String> steps =
                List.of(flaw.path().replace("[", ".").replace("]", "").split("\\."));
        YamlTree.Place place = tree.place(steps);
        return new Slip(place.line(), place.column(), flaw.message(), flaw.fix());
    }
}
