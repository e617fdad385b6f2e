package org.callboard.core;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.config.PortalSetting;
import org.callboard.core.http.PortalHealth.InForce;
import org.jspecify.annotations.Nullable;

/** What counts of the configuration: most of it since the start, some of it as the files say now. */
final class ConfigurationInForce {

    private final SortedMap<String, PortalSetting> first;
    private volatile SortedMap<String, PortalSetting> last;

    ConfigurationInForce(PortalConfig config) {
        this.first = config.settings();
        this.last = first;
    }

    /** Takes what the files say now. */
    void take(PortalConfig config) {
        last = config.settings();
    }

    /** {@return all settings by key, each with what waits for the next start} */
    List<InForce> all() {
        SortedMap<String, PortalSetting> now = last;
        Set<String> keys = new TreeSet<>(first.keySet());
        keys.addAll(now.keySet());
        return keys.stream()
                .flatMap(key -> inForce(key, first.get(key), now.get(key)))
                .toList();
    }

    private static Stream<InForce> inForce(String key, @Nullable PortalSetting before, @Nullable PortalSetting now) {
        if (PortalConfig.isLive(key)) {
            return Stream.ofNullable(now).map(setting -> new InForce(setting, null));
        }
        PortalSetting counts = before != null ? before : PortalSetting.unset(key);
        PortalSetting next = now != null ? now : PortalSetting.unset(key);
        return Stream.of(new InForce(counts, Objects.equals(counts.value(), next.value()) ? null : next));
    }
}
