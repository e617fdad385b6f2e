package org.callboard.core.settings;

import java.util.List;
import java.util.stream.Collectors;
import org.callboard.core.settings.SettingsSchema.Setting;

/** What is to be written into the file, for people who lack it there. */
final class Words {

    private Words() {}

    /** {@return an example of what must be set} */
    static String examples(SettingsSchema schema) {
        return examples(schema.required());
    }

    static String examples(List<Setting> settings) {
        return settings.stream()
                .map(setting -> setting.name() + ": " + setting.type().example())
                .collect(Collectors.joining(", "));
    }

    /** {@return what to write} One line of YAML, as a diagnosis has a line for it. */
    static String toWrite(String plugin, List<Setting> settings) {
        return "Write in callboard.yaml: plugins: {config: {" + plugin + ": {" + examples(settings)
                + "}}}, with values of your own.";
    }
}
