package org.callboard.core.config;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The settings of the portal's own that count where nobody has set them, each as it would stand in the file. */
final class SettingDefaults {

    private static final Map<String, Function<PortalConfig, @Nullable Object>> ALL = all();

    private SettingDefaults() {}

    private static Map<String, Function<PortalConfig, @Nullable Object>> all() {
        Map<String, Function<PortalConfig, @Nullable Object>> all = new HashMap<>();
        portal(all);
        plugins(all);
        limits(all);
        tables(all);
        return Map.copyOf(all);
    }

    private static void portal(Map<String, Function<PortalConfig, @Nullable Object>> all) {
        all.put("server.host", PortalConfig::host);
        all.put("server.port", PortalConfig::port);
        all.put("server.baseUrl", PortalConfig::baseUrl);
        all.put("server.limits.callerPerSecond", config -> config.edge().rates().callerPerSecond());
        all.put(
                "server.limits.addressPerSecond",
                config -> config.edge().rates().addressPerSecond());
        all.put(
                "server.limits.connectionsPerAddress",
                config -> config.edge().rates().connectionsPerAddress());
        all.put("storage.dir", PortalConfig::storage);
        all.put("audit.kept", config -> config.audit().kept());
        all.put("audit.rows", config -> config.audit().rows());
        all.put("auth.policy", PortalConfig::policy);
        all.put("auth.sessions.idle", config -> config.auth().sessions().idle());
        all.put("auth.sessions.absolute", config -> config.auth().sessions().absolute());
        all.put("auth.tokens.longest", config -> config.auth().longestToken());
        all.put("catalog.readonly", config -> config.catalog().isReadOnly());
        all.put("catalog.orphanStrategy", config -> config.catalog().keepsOrphans() ? "keep" : "delete");
        all.put("catalog.processingInterval", PortalConfig::processingInterval);
        all.put("development", PortalConfig::development);
    }

    private static void plugins(Map<String, Function<PortalConfig, @Nullable Object>> all) {
        all.put("plugins.inbox", config -> config.plugins().inbox());
        all.put("plugins.probation", config -> config.plugins().lifecycle().probation());
        all.put("plugins.startTries", config -> config.plugins().startTries().most());
        all.put(
                "plugins.startPauseSeconds",
                config -> config.plugins().startTries().pause().toSeconds());
        all.put("plugins.revisions", config -> config.plugins().lifecycle().revisions());
        all.put(
                "plugins.previews.most",
                config -> config.plugins().lifecycle().previews().most());
        all.put(
                "plugins.previews.lifetime",
                config -> config.plugins().lifecycle().previews().lifetime());
        all.put(
                "plugins.signatures.policy",
                config -> config.plugins().signatures().policy().name().toLowerCase(Locale.ROOT));
        all.put("plugins.logs.linesPerSecond", config -> config.plugins().logs().linesPerSecond());
        all.put("plugins.logs.fileKilobytes", config -> config.plugins().logs().fileBytes() >> 10);
        all.put("plugins.logs.files", config -> config.plugins().logs().files());
        all.put(
                "plugins.logs.keepDays",
                config -> config.plugins().logs().keep().toDays());
    }

    private static void limits(Map<String, Function<PortalConfig, @Nullable Object>> all) {
        all.put(
                "plugins.limits.requestDeadline",
                config -> config.plugins().limits().requestDeadline());
        all.put(
                "plugins.limits.callDeadline",
                config -> config.plugins().limits().callDeadline());
        all.put("plugins.limits.requests", config -> config.plugins().limits().requests());
        all.put("plugins.limits.calls", config -> config.plugins().limits().calls());
        all.put(
                "plugins.limits.answerMebibytes",
                config -> config.plugins().limits().answerBytes() >> 20);
        all.put(
                "plugins.limits.failures",
                config -> config.plugins().limits().breaking().failures());
        all.put(
                "plugins.limits.failureWindow",
                config -> config.plugins().limits().breaking().window());
        all.put(
                "plugins.limits.coolDown",
                config -> config.plugins().limits().breaking().coolDown());
    }

    private static void tables(Map<String, Function<PortalConfig, @Nullable Object>> all) {
        all.put(
                "plugins.tables.connections",
                config -> config.plugins().tables().connections());
        all.put(
                "plugins.tables.transactions",
                config -> config.plugins().tables().transactions());
        all.put("plugins.tables.patience", config -> config.plugins().tables().patience());
        all.put("plugins.tables.deadline", config -> config.plugins().tables().deadline());
        all.put("plugins.tables.slow", config -> config.plugins().tables().slow());
    }

    /** {@return those that are not among these keys} */
    static List<PortalSetting> without(PortalConfig config, Map<String, PortalSetting> set) {
        return ALL.entrySet().stream()
                .filter(entry -> set.keySet().stream()
                        .noneMatch(key -> key.equals(entry.getKey()) || SettingOrigins.isWithin(key, entry.getKey())))
                .map(entry -> new PortalSetting(
                        entry.getKey(), words(entry.getValue().apply(config)), PortalSetting.DEFAULT, List.of()))
                .toList();
    }

    private static @Nullable String words(@Nullable Object value) {
        if (value instanceof Duration duration) {
            return Durations.words(duration);
        }
        return value == null ? null : value.toString();
    }
}
