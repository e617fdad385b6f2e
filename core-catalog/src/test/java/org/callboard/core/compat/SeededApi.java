package org.callboard.core.compat;

import java.util.LinkedHashMap;
import java.util.Map;

/** A small API, a plugin that uses all of it, and changes of the API that the plugin does not survive. */
final class SeededApi {

    private static final String PACKAGE = "org/callboard/api/seed/";

    private static final Map<String, String> API = Map.of(
            "Card", """
                    public record Card(String title, int size) {
                        public static final Card NONE = new Card("", 0);
                        public static Card of(String title) { return new Card(title, 1); }
                        public Card text(String text) { return this; }
                        public Card value(String label, long value) { return this; }
                    }
                    """,
            "Tone", "public enum Tone { LOUD, QUIET }",
            "Provider", """
                    public interface Provider {
                        String id();
                        Card show(String who);
                        default int order() { return 0; }
                        static Provider none() { return null; }
                    }
                    """,
            "Step", "public interface Step { Card run(Card card); }",
            "Worker", """
                    public class Worker {
                        public int done;
                        protected String name = "";
                        public Worker() {}
                        public Worker(String name) { this.name = name; }
                        public void work(Step step) {}
                        protected void rest() {}
                        public static Worker idle() { return new Worker(); }
                        public static int count;
                        public static class Shift { public int hours() { return 8; } }
                    }
                    """,
            "Failure", "public class Failure extends RuntimeException { public Failure(String why) { super(why); } }",
            "Marked", """
                    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                    public @interface Marked { String value() default ""; }
                    """,
            "Clock", "public interface Clock { long now(); }");

    private static final Map<String, String> PLUGIN = Map.of("plugin/Cards", """
                    package plugin;
                    import org.callboard.api.seed.*;
                    @Marked("cards")
                    public class Cards implements Provider {
                        public String id() { return "cards"; }
                        public Card show(String who) {
                            Card card = Card.of(who).text("hello");
                            card = card.value("n", 7L);
                            if (card.equals(Card.NONE)) { return new Card("none", 2); }
                            int size = card.size() + order();
                            return size > 3 ? card : Provider.none().show(who);
                        }
                    }
                    """, "plugin/Night", """
                    package plugin;
                    import org.callboard.api.seed.*;
                    public class Night extends Worker {
                        private final Clock clock;
                        public Night(Clock clock) {
                            super("night");
                            this.clock = clock;
                        }
                        @Override protected void rest() { super.rest(); }
                        public void run() {
                            work(card -> card.text(name));
                            done = count + (int) clock.now();
                            Worker other = Worker.idle();
                            other.work(null);
                            Shift shift = new Shift();
                            done += shift.hours();
                        }
                        Tone tone() { return Tone.QUIET; }
                        void fail() {
                            try {
                                run();
                            } catch (Failure failure) {
                                throw new Failure("again");
                            }
                        }
                    }
                    """);

    private SeededApi() {}

    /** {@return the plugin, compiled with the API as it was} */
    static Map<String, byte[]> plugin() {
        Map<String, String> all = new LinkedHashMap<>(PLUGIN);
        all.putAll(sources());
        Map<String, byte[]> classes = CompiledText.of(all);
        classes.keySet().removeIf(name -> name.startsWith("org/"));
        return classes;
    }

    /** {@return the API's sources, by the names of their classes} */
    static Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        API.forEach((name, text) -> sources.put(PACKAGE + name, "package org.callboard.api.seed;\n" + text));
        return sources;
    }

    /** {@return the API with one type rewritten, or left out where there is nothing to put in} */
    static Map<String, byte[]> changed(String type, String from, String to) {
        Map<String, String> sources = sources();
        String text = sources.get(PACKAGE + type);
        if (from.isEmpty()) {
            Map<String, byte[]> classes = CompiledText.of(sources);
            classes.remove(PACKAGE + type);
            return classes;
        }
        if (from.equals("*")) {
            sources.put(PACKAGE + type, "package org.callboard.api.seed;\n" + to);
            return CompiledText.of(sources);
        }
        if (text == null || !text.contains(from)) {
            throw new AssertionError(type + " does not hold " + from);
        }
        sources.put(PACKAGE + type, text.replace(from, to));
        return CompiledText.of(sources);
    }
}
