package org.callboard.plugin.docs;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callboard.api.model.Json;
import org.callboard.plugin.docs.site.Heading;
import org.callboard.plugin.docs.site.NavItem;
import org.callboard.plugin.docs.site.RenderedPage;
import org.callboard.plugin.docs.site.Site;
import org.callboard.plugin.docs.site.SiteProblem;
import org.jspecify.annotations.Nullable;

/** Sites and pages as they are answered. */
final class SiteJson {

    private SiteJson() {}

    /** @param drawsUml whether diagrams of PlantUML can be drawn */
    static Json.Obj site(Sites.Docs docs, boolean drawsUml) {
        Site site = docs.site();
        return Json.object()
                .put("entity", docs.entity().ref().toString())
                .put("title", docs.entity().title())
                .put("name", site.name().orElse(docs.entity().title()))
                .put("fingerprint", docs.fingerprint())
                .put("nav", array(site.navigation(), SiteJson::item))
                .put("problems", array(site.problems(), SiteJson::problem))
                .put("versions", Json.ofTexts(docs.place().versions()))
                .put("version", docs.place().source().version())
                .put("drawsUml", drawsUml ? Json.Bool.TRUE : Json.Bool.FALSE)
                .build();
    }

    static Json.Obj page(Sites.Docs docs, RenderedPage page) {
        return Json.object()
                .put("fingerprint", docs.fingerprint())
                .put("address", page.address())
                .put("title", page.title())
                .put("html", page.html())
                .put("headings", array(page.headings(), SiteJson::heading))
                .put("problems", array(problems(docs, page), SiteJson::problem))
                .put("source", page.source())
                .put("edit", text(docs.site().editAddress(page).orElse(null)))
                .put("previous", text(page.previous()))
                .put("next", text(page.next()))
                .build();
    }

    static Json.Obj drawing(UmlServer.Drawing drawing) {
        return drawing.fault().isEmpty()
                ? Json.object().put("svg", drawing.svg()).build()
                : Json.object().put("fault", drawing.fault()).build();
    }

    /** Who put documents into the usual places did not write a site, and hears of no flaws. */
    private static List<SiteProblem> problems(Sites.Docs docs, RenderedPage page) {
        Stream<SiteProblem> old =
                docs.problem().map(problem -> new SiteProblem("", 0, problem.reason(), problem.fix())).stream();
        return Stream.concat(old, docs.place().isFound() ? Stream.empty() : page.problems().stream())
                .toList();
    }

    private static Json item(NavItem item) {
        return Json.object()
                .put("title", item.title())
                .put("page", text(item.page()))
                .put("link", text(item.link()))
                .put("items", array(item.items(), SiteJson::item))
                .build();
    }

    private static Json heading(Heading heading) {
        return Json.object()
                .put("level", heading.level())
                .put("id", heading.id())
                .put("text", heading.text())
                .build();
    }

    private static Json problem(SiteProblem problem) {
        return Json.object()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("message", problem.message())
                .put("fix", problem.fix())
                .build();
    }

    private static Json text(@Nullable String text) {
        return text == null ? Json.Null.NULL : Json.of(text);
    }

    private static <T> Json.Arr array(List<T> items, Function<T, Json> json) {
        return new Json.Arr(items.stream().map(json).toList());
    }
}
