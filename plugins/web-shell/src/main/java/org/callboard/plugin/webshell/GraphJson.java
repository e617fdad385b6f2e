package org.callboard.plugin.webshell;

import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.Relation;
import org.callboard.plugin.webshell.graph.Arrow;
import org.callboard.plugin.webshell.graph.GraphQuestion;
import org.callboard.plugin.webshell.graph.Layout;
import org.callboard.plugin.webshell.graph.Neighbour;
import org.callboard.plugin.webshell.graph.Neighbourhood;
import org.callboard.plugin.webshell.graph.Point;
import org.callboard.plugin.webshell.graph.RelationPair;

/** A laid out neighbourhood as the page reads it. */
final class GraphJson {

    private final Neighbourhood found;
    private final Layout layout;

    GraphJson(Neighbourhood found) {
        this.found = found;
        this.layout = Layout.of(found.neighbours(), found.arrows().keySet());
    }

    Json.Obj of(GraphQuestion question) {
        return Json.object()
                .put("root", question.root().toString())
                .put("depth", question.depth())
                .put("width", layout.width())
                .put("height", layout.height())
                .put("boxWidth", Layout.BOX_WIDTH)
                .put("boxHeight", Layout.BOX_HEIGHT)
                .put("nodes", array(found.neighbours(), this::node))
                .put(
                        "edges",
                        array(
                                found.arrows().entrySet().stream().toList(),
                                arrow -> edge(arrow.getKey(), arrow.getValue())))
                .put("leftOut", found.leftOut())
                .put("edgesLeftOut", found.arrowsLeftOut())
                .put("kinds", Json.ofTexts(List.copyOf(found.kinds())))
                .put("relations", array(List.copyOf(found.relations()), GraphJson::names))
                .build();
    }

    private Json node(Neighbour neighbour) {
        Point corner = layout.corner(neighbour);
        Json.Builder node = Json.object()
                .put("ref", neighbour.ref().toString())
                .put("kind", neighbour.ref().kind())
                .put("distance", neighbour.distance())
                .put("x", corner.x())
                .put("y", corner.y());
        return neighbour
                .entity()
                .map(entity -> facts(node, entity))
                .orElse(node)
                .build();
    }

    /** What is peeked at before somebody goes there. */
    private static Json.Builder facts(Json.Builder node, Entity entity) {
        List<String> owners = entity.relations().stream()
                .filter(relation -> relation.type().equals("ownedBy"))
                .map(Relation::target)
                .map(EntityRef::toString)
                .toList();
        return node.put("title", entity.title())
                .put("type", entity.spec("type").orElse(null))
                .put("lifecycle", entity.spec("lifecycle").orElse(null))
                .put(
                        "description",
                        entity.document().text("metadata", "description").orElse(null))
                .put("owners", Json.ofTexts(owners));
    }

    private Json edge(Arrow arrow, SortedSet<RelationPair> pairs) {
        return Json.object()
                .put("from", arrow.from().toString())
                .put("to", arrow.to().toString())
                .put("names", array(List.copyOf(pairs), GraphJson::names))
                .put("points", array(layout.way(arrow), GraphJson::point))
                .build();
    }

    private static Json names(RelationPair pair) {
        return Json.object()
                .put("type", pair.type())
                .put("title", RelationTitle.of(pair.type()))
                .put("inverse", RelationTitle.of(pair.inverse()))
                .build();
    }

    private static Json point(Point point) {
        return new Json.Arr(List.of(Json.of(point.x()), Json.of(point.y())));
    }

    private static <T> Json array(List<T> items, Function<T, Json> json) {
        return new Json.Arr(items.stream().map(json).toList());
    }
}
