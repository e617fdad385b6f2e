package org.callboard.plugin.scorecards.yaml;

/** A text is no YAML that can be used. */
public final class YamlTrouble extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient YamlTree.Place place;

    YamlTrouble(YamlTree.Place place, String reason) {
        super(reason);
        this.place = place;
    }

    /** {@return where} */
    public YamlTree.Place place() {
        return place;
    }

    /** {@return why, without a full stop} */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
