package org.callboard.core.http;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.config.PortalSetting;
import org.callboard.core.db.DatabaseState;
import org.callboard.core.http.PortalHealth.InForce;
import org.callboard.core.http.PortalHealth.Sources;
import org.callboard.core.query.IndexState;
import org.jspecify.annotations.Nullable;

/** {@code /api/portal/health}: how things stand with the portal itself, for those who keep it. */
final class PortalResource implements CoreResource {

    private static final String PREFIX = "/api/portal";
    private static final String HEALTH = PREFIX + "/health";

    private final PortalHealth health;
    private final List<PlacesInUse> places;
    private final Supplier<List<String>> notReady;

    PortalResource(PortalHealth health, List<PlacesInUse> places, Supplier<List<String>> notReady) {
        this.health = health;
        this.places = List.copyOf(places);
        this.notReady = notReady;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.path().equals(HEALTH)) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND, "There is nothing at " + exchange.path() + ".", "There is " + HEALTH + ".");
        }
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        exchange.allowed(Permission.PORTAL_INSPECT);
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.json(
                200,
                Json.object()
                        .put("process", process())
                        .put("database", database(health.database().get()))
                        .put("index", index(health.index().get()))
                        .put("sources", sources(health.sources().get()))
                        .put("places", array(places, PortalResource::place))
                        .put("configuration", array(health.configuration().get(), PortalResource::inForce))
                        .build());
    }

    private Json process() {
        double processors = ProcessFigures.processors();
        return Json.object()
                .put("version", health.version())
                .put("started", health.started().toString())
                .put("notReady", Json.ofTexts(notReady.get()))
                .put("java", Runtime.version().toString())
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("load", processors < 0 ? Json.Null.NULL : share(processors))
                .put("heapUsed", ProcessFigures.heapUsed())
                .put("heapMost", ProcessFigures.heapMost())
                .put("threads", ProcessFigures.threads())
                .build();
    }

    private static Json database(DatabaseState state) {
        return Json.object()
                .put("product", state.product())
                .put("version", state.version())
                .put("answered", moment(state.answered()))
                .put("failing", moment(state.failing()))
                .build();
    }

    private static Json index(IndexState state) {
        return Json.object()
                .put("entities", state.entities())
                .put("changed", moment(state.changed()))
                .put("written", moment(state.written()))
                .put("built", moment(state.built()))
                .build();
    }

    private static Json sources(Sources sources) {
        return Json.object()
                .put("configured", sources.configured())
                .put("registered", sources.registered())
                .put("provided", sources.provided())
                .put("looked", moment(sources.looked()))
                .put("errors", sources.errors())
                .put("warnings", sources.warnings())
                .put(
                        "pages",
                        Json.object()
                                .put("number", sources.pages().pages())
                                .put("failing", sources.pages().failing())
                                .put("next", moment(sources.pages().next()))
                                .build())
                .build();
    }

    private static Json place(PlacesInUse place) {
        return Json.object()
                .put("id", place.id())
                .put("title", place.title())
                .put("used", place.used().getAsInt())
                .put("limit", place.limit())
                .put("waiting", place.waiting().getAsInt())
                .build();
    }

    private static Json inForce(InForce inForce) {
        PortalSetting next = inForce.next();
        return setting(inForce.setting())
                .put("next", next == null ? Json.Null.NULL : setting(next).build())
                .build();
    }

    private static Json.Builder setting(PortalSetting setting) {
        return Json.object()
                .put("key", setting.key())
                .put("value", setting.value() == null ? Json.Null.NULL : Json.of(setting.value()))
                .put("origin", setting.origin())
                .put("variables", Json.ofTexts(setting.variables()));
    }

    private static Json share(double share) {
        return new Json.Num(BigDecimal.valueOf(share).setScale(3, RoundingMode.HALF_UP));
    }

    private static Json moment(@Nullable Instant moment) {
        return moment == null ? Json.Null.NULL : Json.of(moment.toString());
    }

    private static <T> Json array(List<T> items, Function<T, Json> json) {
        return new Json.Arr(items.stream().map(json).toList());
    }
}
