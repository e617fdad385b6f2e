package org.callboard.e2e;

/**
 * A revision of a plugin out of a set in which each is of its own make. All say at {@code mark} which instance answers, and
 * at {@code version} of which revision.
 *
 * @param number of the plugin; the second uses the first, and the third the second
 * @param version decides what else it has
 */
record RandomRevision(int number, int version, Fault fault) {

    /** How many plugins use another's API, or offer one. */
    static final int CHAIN = 3;

    /** What is wrong with it. */
    enum Fault {
        NONE,
        /** It needs what nobody offers. */
        LACKS,
        /** It can't be started. */
        THROWS,
        /** It starts and is not well. */
        SICK
    }

    static String id(int number) {
        return "e2e-random-" + number;
    }

    String id() {
        return id(number);
    }

    /** {@return whether it offers what the next plugin of the chain needs} */
    boolean offers() {
        return number < CHAIN - 1 && version % 3 != 0;
    }

    boolean canStart() {
        return fault == Fault.NONE;
    }

    byte[] jar() {
        PluginJar jar = PluginJar.of(id(), version + ".0.0").with("Mark", """
                @Component
                @Path("/")
                public final class Mark implements RestResource {
                    private final String mark = UUID.randomUUID().toString();
                    @GET @Path("mark") @Produces("text/plain") @RequiresPermission("portal.use")
                    public String mark() { return mark; }
                    @GET @Path("version") @Produces("text/plain") @RequiresPermission("portal.use")
                    public String version() { return "%d.0.0"; }
                }
                """.formatted(version));
        spoil(extend(link(jar)));
        return jar.build();
    }

    private PluginJar link(PluginJar jar) {
        if (number < CHAIN - 1) {
            jar.withApi("Offer", "public interface Offer {}")
                    .header("Export-Package", api(number) + ";version=" + (offers() ? 1 : 2) + ";-noimport:=true");
        }
        if (number > 0 && number < CHAIN) {
            jar.header("Import-Package", "*," + api(number - 1) + ";version=\"[1,2)\"");
        }
        return jar;
    }

    private static String api(int number) {
        return "org.callboard.plugin.e2erandom" + number + ".api";
    }

    private PluginJar extend(PluginJar jar) {
        if (version % 2 == 0) {
            jar.with("Sign", """
                    @Component
                    public final class Sign implements EntityCard {
                        @Override public View show(Entity entity, ViewRequest request) { return View.empty(); }
                    }
                    """);
        }
        if ((version + number) % 3 == 0) {
            jar.with("More", """
                    @Component
                    @Path("/more")
                    public final class More implements RestResource {
                        @GET @Produces("text/plain") @RequiresPermission("portal.use")
                        public String more() { return "more"; }
                    }
                    """);
        }
        return fault == Fault.SICK || (version + number) % 4 == 0 ? jar.with("Pulse", pulse()) : jar;
    }

    private String pulse() {
        return """
                @Component
                public final class Pulse implements org.callboard.api.health.HealthCheck {
                    @Override public org.callboard.api.health.Health check() {
                        return org.callboard.api.health.Health.%s;
                    }
                }
                """.formatted(fault == Fault.SICK ? "down(\"It is not well.\")" : "up()");
    }

    private void spoil(PluginJar jar) {
        if (fault == Fault.LACKS) {
            jar.header("Import-Package", "*,com.nowhere.api;version=\"[1,2)\"");
        } else if (fault == Fault.THROWS) {
            jar.with("Start", BadJars.ACTIVATOR.formatted("throw new IllegalStateException(\"no luck\");"))
                    .header("Bundle-Activator", jar.packageName() + ".Start");
        }
    }
}
