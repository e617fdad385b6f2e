package org.callboard.plugin.webshell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.HomeCard;
import org.callboard.plugin.webshell.home.Arrangement;
import org.callboard.plugin.webshell.home.KeptHomes;

/** The cards of the home page, as the reader has put them; nothing is asked of those that they hid. */
final class HomeCards implements Shelf {

    private final Extensions extensions;
    private final KeptHomes homes;

    HomeCards(Extensions extensions, KeptHomes homes) {
        this.extensions = extensions;
        this.homes = homes;
    }

    @Override
    public Json.Obj list(Asked asked) {
        Map<String, Spot> all = spotsByKey(asked);
        Arrangement kept = arrangement(asked.caller());
        List<Json> cards = new ArrayList<>();
        int order = 0;
        for (String key : kept.arranged(List.copyOf(all.keySet()))) {
            Spot spot = all.get(key);
            if (spot != null
                    && asked.optional("plugin").filter(id -> !isOf(spot, id)).isEmpty()) {
                Json.Obj card = kept.hidden().contains(key) ? hidden(spot) : spot.json();
                cards.add(card.with("order", Json.of(order)));
            }
            order++;
        }
        return Json.object()
                .put("cards", new Json.Arr(cards))
                .put("isArranged", kept.isOwn() ? Json.Bool.TRUE : Json.Bool.FALSE)
                .build();
    }

    private static boolean isOf(Spot spot, String plugin) {
        return spot.facts().text("plugin").filter(plugin::equals).isPresent();
    }

    private static Json.Obj hidden(Spot spot) {
        Json.Builder card = Json.object();
        spot.facts().fields().forEach(card::put);
        return card.put("tier", 1).put("isHidden", Json.Bool.TRUE).build();
    }

    /** The page is there even while nothing that is kept can be had. */
    private Arrangement arrangement(Caller caller) {
        try {
            return homes.arrangement(caller);
        } catch (PortalException failure) {
            return Arrangement.USUAL;
        }
    }

    /** {@return all cards by {@code plugin/id}, as they stand where nobody moves them} */
    List<String> keys(Asked asked) {
        return List.copyOf(spotsByKey(asked).keySet());
    }

    private Map<String, Spot> spotsByKey(Asked asked) {
        Map<String, Spot> spots = new LinkedHashMap<>();
        for (Spot spot : spots(asked, handle -> true)) {
            String plugin = spot.facts().text("plugin").orElseThrow();
            spots.put(plugin + "/" + spot.facts().text("id").orElseThrow(), spot);
        }
        return spots;
    }

    @Override
    public Spot find(Asked asked, List<String> key) {
        return Wanted.first(spots(asked, Wanted.by(key)), "card of the home page", key);
    }

    private List<Spot> spots(Asked asked, Predicate<ExtensionHandle<?>> wanted) {
        return new PlacedShelf(extensions, wanted, place -> true)
                .with(HomeCard.class, HomeCard::place, handle -> new DrawnView<>(handle, HomeCard::show))
                .spots(asked.view());
    }
}
