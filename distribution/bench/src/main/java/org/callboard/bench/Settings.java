package org.callboard.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much to measure, from system properties.
 *
 * @param home the unpacked distribution
 * @param plugin the jar that is deployed again and again
 * @param element the jar of a plugin whose card draws itself
 * @param work a folder that is emptied at the start
 * @param entities how many entities the catalog has
 * @param warmup how long each HTTP figure is warmed up
 * @param measured how long each HTTP figure is measured
 * @param connections how many connections the load uses
 * @param rate requests a second where the rate is fixed
 * @param starts how many times the portal is started for each figure of starting
 * @param idle how long the idle portal is watched
 */
record Settings(
        Path home,
        Path plugin,
        Path element,
        Path work,
        int entities,
        Duration warmup,
        Duration measured,
        int connections,
        int rate,
        int starts,
        Duration idle) {

    private static final Pattern SECONDS = Pattern.compile("([0-9]+)s?");

    static Settings fromProperties() {
        return new Settings(
                path("callboard.home", "../assembly/target/callboard"),
                path("bench.plugin", "../../plugins/example-hello/target/example-hello-0.1.0-SNAPSHOT.jar"),
                path("bench.element", "../../plugins/example-ui/target/example-ui-0.1.0-SNAPSHOT.jar"),
                path("bench.work", "target/bench"),
                Integer.getInteger("bench.entities", 10_000),
                duration("bench.warmup", "10s"),
                duration("bench.seconds", "8"),
                Integer.getInteger("bench.connections", 16),
                Integer.getInteger("bench.rate", 1_000),
                Integer.getInteger("bench.starts", 5),
                duration("bench.idle", "20s"));
    }

    /** {@return these, with another number of connections} */
    Settings with(int otherConnections) {
        return new Settings(
                home, plugin, element, work, entities, warmup, measured, otherConnections, rate, starts, idle);
    }

    private static Path path(String name, String byDefault) {
        return Path.of(System.getProperty(name, byDefault)).toAbsolutePath().normalize();
    }

    private static Duration duration(String name, String byDefault) {
        String text = System.getProperty(name, byDefault);
        Matcher matcher = SECONDS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(name + "=" + text + " is no number of seconds, such as 8 or 8s");
        }
        return Duration.ofSeconds(Long.parseLong(matcher.group(1)));
    }
}
