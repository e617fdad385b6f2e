package org.callboard.plugin.webshell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Permission;
import org.callboard.api.ui.Command;
import org.callboard.api.ui.CommandPlace;
import org.callboard.api.ui.EntityCommand;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;

/**
 * The commands that a caller may run: those on an entity where the query names one, else those for anywhere. One of them is a
 * view with the command's form, which is sent like any other.
 */
final class Commands implements Shelf {

    private static final Comparator<Spot> BY_TITLE =
            Comparator.comparing(spot -> spot.facts().text("title").orElse("").toLowerCase(Locale.ROOT));

    private final Extensions extensions;
    private final Entities entities;

    Commands(Extensions extensions, Entities entities) {
        this.extensions = extensions;
        this.entities = entities;
    }

    /** How the commands of a point are asked, and which of them are meant. */
    private record Sort<T extends Extension>(
            Class<T> point,
            Function<T, CommandPlace> place,
            BiFunction<T, ViewRequest, Form> form,
            Predicate<CommandPlace> mayRun) {}

    @Override
    public Json.Obj list(Asked asked) {
        List<Json.Obj> commands = spots(asked, Wanted.of(asked.optional("plugin"))).stream()
                .sorted(BY_TITLE)
                .map(Spot::facts)
                .toList();
        return Json.object()
                .put("commands", new Json.Arr(List.copyOf(commands)))
                .build();
    }

    @Override
    public Spot find(Asked asked, List<String> key) {
        return Wanted.first(spots(asked, Wanted.by(key)), "command", key);
    }

    private List<Spot> spots(Asked asked, Predicate<ExtensionHandle<?>> wanted) {
        if (asked.optional("entity").isEmpty()) {
            Predicate<CommandPlace> mayRun = place -> asked.caller().may(new Permission(place.permission()));
            return spots(asked, wanted, new Sort<>(Command.class, Command::place, Command::form, mayRun));
        }
        Entity entity = entities.of(asked);
        Predicate<CommandPlace> mayRun =
                place -> place.holds(entity) && asked.caller().may(new Permission(place.permission()), entity);
        BiFunction<EntityCommand, ViewRequest, Form> form = (command, request) -> command.form(entity, request);
        return spots(asked, wanted, new Sort<>(EntityCommand.class, EntityCommand::place, form, mayRun));
    }

    private <T extends Extension> List<Spot> spots(Asked asked, Predicate<ExtensionHandle<?>> wanted, Sort<T> sort) {
        List<Spot> spots = new ArrayList<>();
        for (ExtensionHandle<T> handle : extensions.of(sort.point)) {
            if (wanted.test(handle)) {
                spots.addAll(spot(asked, handle, sort));
            }
        }
        return spots;
    }

    /** A command that can't say who may run it is nobody's; its plugin's log says why. */
    private static <T extends Extension> List<Spot> spot(Asked asked, ExtensionHandle<T> handle, Sort<T> sort) {
        CommandPlace place;
        try {
            place = handle.call(command -> Objects.requireNonNull(sort.place.apply(command)));
        } catch (PortalException silent) {
            return List.of();
        }
        if (!sort.mayRun.test(place)) {
            return List.of();
        }
        Json.Obj facts = Spot.facts(handle)
                .put("icon", place.icon().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("keywords", Json.ofTexts(place.keywords()))
                .build();
        DrawnView<T> view =
                new DrawnView<>(handle, (command, request) -> View.empty().with(sort.form.apply(command, request)));
        return List.of(new Spot(facts, view, asked.view()));
    }
}
