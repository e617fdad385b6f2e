package org.callboard.core.leftover;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TimeZone;
import java.util.TreeMap;
import org.callboard.core.leftover.Leftover.Fate;
import org.callboard.core.leftover.Leftover.Kind;

/** Settings of the whole process at one moment: a plugin that changes them changes them for everybody. */
public record ProcessSettings(
        Locale locale, TimeZone zone, PrintStream out, PrintStream errors, Map<String, String> properties) {

    /** {@return the settings as they are now} */
    public static ProcessSettings now() {
        // first, as to ask for it may set a property
        TimeZone zone = TimeZone.getDefault();
        Map<String, String> properties = new TreeMap<>();
        Properties current = System.getProperties();
        current.stringPropertyNames().forEach(name -> properties.put(name, current.getProperty(name, "")));
        return new ProcessSettings(Locale.getDefault(), zone, System.out, System.err, Map.copyOf(properties));
    }

    /** Puts back what is different now. {@return what that was; properties are named and left, as others may rely on them} */
    public List<Leftover> restore() {
        ProcessSettings now = now();
        List<Leftover> changed = new ArrayList<>();
        restore("default locale", locale, now.locale, changed, () -> Locale.setDefault(locale));
        restore("default time zone", zone, now.zone, changed, () -> TimeZone.setDefault(zone));
        restore("standard output", out, now.out, changed, () -> System.setOut(out));
        restore("standard error", errors, now.errors, changed, () -> System.setErr(errors));
        now.properties.forEach((name, value) -> {
            if (!value.equals(properties.get(name))) {
                changed.add(new Leftover(Kind.PROCESS_SETTING, name, "", Fate.STAYS));
            }
        });
        return changed;
    }

    private static void restore(String name, Object then, Object now, List<Leftover> changed, Runnable back) {
        if (!Objects.equals(then, now)) {
            back.run();
            changed.add(new Leftover(Kind.PROCESS_SETTING, name, "", Fate.UNDONE));
        }
    }
}
