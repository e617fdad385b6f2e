package org.callboard.e2e;

/** The well-behaved plugins that several tests install. */
final class Plugins {

    private Plugins() {}

    /** {@return a plugin with one card on the pages of services, which says this text} */
    static byte[] card(String id, String version, String text) {
        return PluginJar.of(id, version)
                .with("Sign", """
                        @Component
                        public final class Sign implements EntityCard {
                            @Override public String title() { return "%s"; }
                            @Override public CardPlace place() {
                                return CardPlace.EVERYWHERE.kinds("Component").types("service");
                            }
                            @Override public View show(Entity entity, ViewRequest request) {
                                return View.empty().text("%s");
                            }
                        }
                        """.formatted(titleOf(id), text))
                .build();
    }

    /** {@return the title of the card of such a plugin} */
    static String titleOf(String id) {
        return "Sign of " + id;
    }

    /** {@return a plugin that answers its version at {@code word}, and after some time at {@code slow}} */
    static byte[] rest(String id, String version) {
        return PluginJar.of(id, version).with("Words", """
                        @Component
                        @Path("/")
                        public final class Words implements RestResource {
                            @GET @Path("word") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String word() { return "%1$s"; }
                            @GET @Path("slow") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String slow() throws InterruptedException {
                                Thread.sleep(300);
                                return "%1$s";
                            }
                            @GET @Path("unguarded") @Produces("text/plain")
                            public String unguarded() { return "nobody should see this"; }
                        }
                        """.formatted(version)).build();
    }

    /** {@return a plugin with a card that the module draws; its element is called {@code tally}} */
    static byte[] element(String id, String version, String module) {
        return PluginJar.of(id, version)
                .with("Tally", """
                        @Component
                        public final class Tally implements ElementCard {
                            @Override public String title() { return "%s"; }
                            @Override public CardPlace place() {
                                return CardPlace.EVERYWHERE.kinds("Component").types("service");
                            }
                            @Override public String element() { return "tally"; }
                        }
                        """.formatted(titleOf(id)))
                .file("ui/main.js", module)
                .build();
    }

    /** {@return a plugin that needs a package of another's and answers its version at {@code word}} */
    static byte[] using(String id, String version, String packageName) {
        return PluginJar.of(id, version)
                .with("Words", """
                        @Component
                        @Path("/")
                        public final class Words implements RestResource {
                            @GET @Path("word") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String word() { return "%s"; }
                        }
                        """.formatted(version))
                .header("Import-Package", "*," + packageName + ";version=\"[1,2)\"")
                .build();
    }
}
