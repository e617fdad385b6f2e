package org.callboard.plugin.webshell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.ui.ElementPage;
import org.callboard.api.ui.PagePlace;
import org.callboard.api.ui.PluginPage;

/** The pages that plugins have at this moment. */
final class SitePages {

    /** First steps of paths that the portal itself answers, and the shell's own pages. */
    private static final Set<String> TAKEN = Set.of(
            "api",
            "ui",
            "signin",
            "health",
            "metrics",
            "maven",
            "rescue",
            "audit",
            "catalog",
            "graph",
            "plugins",
            "problems",
            "register",
            "search",
            "settings");

    private static final Comparator<SitePage> BY_ID = Comparator.<SitePage, String>comparing(
                    page -> page.handle().plugin())
            .thenComparing(page -> page.handle().id());

    private final Extensions extensions;
    private final Plugins plugins;
    private final PagePlaces places = new PagePlaces();

    SitePages(Extensions extensions, Plugins plugins) {
        this.extensions = extensions;
        this.plugins = plugins;
    }

    /** {@return those that the caller may see, by plugin and id} */
    List<SitePage> of(Caller caller) {
        List<SitePage> found = new ArrayList<>();
        for (ExtensionHandle<PluginPage> handle : extensions.of(PluginPage.class)) {
            found.add(page(handle, PluginPage.class, PluginPage::place, new DrawnView<>(handle, PluginPage::show)));
        }
        for (ExtensionHandle<ElementPage> handle : extensions.of(ElementPage.class)) {
            Content element = Content.element(handle, ElementPage::element, plugins.uiBase(handle.plugin()));
            found.add(page(handle, ElementPage.class, ElementPage::place, element));
        }
        found.sort(BY_ID);
        places.keep(found.stream().map(page -> page.handle().digest()).collect(Collectors.toSet()));
        return apart(found).stream()
                .filter(page -> caller.may(new Permission(page.place().permission())))
                .toList();
    }

    private <T extends Extension> SitePage page(
            ExtensionHandle<T> handle, Class<T> point, Function<T, PagePlace> placeOf, Content content) {
        PathPattern ownId = PathPattern.of(handle.id()).orElseThrow();
        SitePage page = new SitePage(handle, PagePlace.FRONT, ownId, content, null);
        try {
            PagePlace place = places.of(handle, point, placeOf);
            return PathPattern.of(place.path())
                    .map(path -> new SitePage(handle, place, path, content, null))
                    .orElseGet(() -> page.faulty(noPath(handle, place.path())));
        } catch (PortalException failure) {
            return page.faulty(failure);
        }
    }

    /** Where two pages can't be told apart, the later one has something wrong with it. */
    private static List<SitePage> apart(List<SitePage> pages) {
        Map<String, SitePage> seen = new HashMap<>();
        List<SitePage> apart = new ArrayList<>();
        for (SitePage page : pages) {
            String plugin = page.handle().plugin();
            if (TAKEN.contains(plugin)) {
                apart.add(page.faulty(fault(
                        page.handle(),
                        "has no place: /" + plugin + " is the portal's own",
                        "Give the plugin another id; its REST resources stay where they are.")));
                continue;
            }
            SitePage other = page.fault() != null
                    ? null
                    : seen.putIfAbsent(plugin + "/" + page.path().shape(), page);
            apart.add(other == null ? page : page.faulty(doubled(page, other)));
        }
        return apart;
    }

    private static PortalException doubled(SitePage page, SitePage other) {
        return fault(
                page.handle(),
                "has the path '" + page.path().text() + "', which the page '"
                        + other.handle().id() + "' has already",
                "Give one of them another path.");
    }

    private static PortalException noPath(ExtensionHandle<?> handle, String path) {
        return fault(
                handle,
                "has the path '" + path + "', which is none",
                "Write steps of letters, digits, dots, hyphens and underscores, or {parameters}, with slashes between.");
    }

    private static PortalException fault(ExtensionHandle<?> handle, String cause, String fix) {
        return new PortalException(
                ProblemKind.INTERNAL,
                "The page '" + handle.id() + "' of plugin '" + handle.plugin() + "' " + cause + ".",
                fix);
    }
}
