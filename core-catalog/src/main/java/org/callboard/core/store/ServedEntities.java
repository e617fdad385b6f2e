package org.callboard.core.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.entity.ReservedAnnotations;
import org.callboard.core.stitch.Arrow;
import org.callboard.core.stitch.Stitcher;
import org.callboard.core.stitch.Stitcher.Stitched;
import org.jspecify.annotations.Nullable;

/** Entities as they are served: put together, each time, of what the tables hold. */
final class ServedEntities {

    private final JsonCodec codec;
    private final Stitcher stitcher;
    private final InboundRows inbound;

    ServedEntities(JsonCodec codec) {
        this.codec = codec;
        this.stitcher = new Stitcher(codec);
        this.inbound = new InboundRows(codec);
    }

    /**
     * An entity.
     *
     * @param told the etag that was last told of, or null where nobody has heard of the entity yet
     */
    record Served(String ref, @Nullable String told, Stitched stitched) {

        Change change() {
            return new Change(ref, stitched.bytes(), stitched.document());
        }
    }

    private record Row(
            String ref,
            String uid,
            Json.Obj document,
            @Nullable String told,
            @Nullable String brokenSource) {}

    /** {@return those of the entities that are there} */
    List<Served> of(Connection connection, Collection<String> refs) throws SQLException {
        List<Row> rows = Rows.selectIn(
                connection,
                "select ref, uid, document, etag, case when kept then source end, source from entity where ref in (%s)",
                refs,
                row -> new Row(
                        row.getString(1),
                        row.getString(2),
                        document(row.getBytes(3), row.getString(6)),
                        row.getString(4),
                        row.getString(5)));
        Map<String, List<Arrow>> arrows = inbound.of(connection, refs);
        Map<String, List<Problem>> problems = problems(connection, rows);
        List<Served> served = new ArrayList<>(rows.size());
        for (Row row : rows) {
            List<Arrow> both = new ArrayList<>(arrows.getOrDefault(row.ref(), List.of()));
            both.addAll(StoredDocument.of(row.document()).own());
            List<Problem> wrong = problems.getOrDefault(row.ref(), List.of());
            served.add(new Served(row.ref(), row.told(), stitcher.stitch(row.document(), both, wrong, row.uid())));
        }
        return served;
    }

    /** {@return what is wrong with each of some entities; with one that is kept, what is wrong with its file as well} */
    private static Map<String, List<Problem>> problems(Connection connection, List<Row> rows) throws SQLException {
        Map<String, List<Problem>> problems = new HashMap<>();
        for (Problem problem :
                ProblemRows.of(connection, rows.stream().map(Row::ref).toList())) {
            problems.computeIfAbsent(String.valueOf(problem.entityRef()), ref -> new ArrayList<>())
                    .add(problem);
        }
        Set<String> broken =
                rows.stream().map(Row::brokenSource).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<String, List<Problem>> nameless = ProblemRows.nameless(connection, broken);
        for (Row row : rows) {
            if (row.brokenSource() != null) {
                problems.computeIfAbsent(row.ref(), ref -> new ArrayList<>())
                        .addAll(nameless.getOrDefault(row.brokenSource(), List.of()));
            }
        }
        return problems;
    }

    private Json.Obj document(byte[] bytes, @Nullable String source) {
        Json.Obj document = codec.decode(bytes) instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        return "".equals(source) ? orphan(document) : document;
    }

    private static Json.Obj orphan(Json.Obj document) {
        Json.Obj metadata = document.object("metadata");
        Json.Obj annotations = metadata.object("annotations").with(ReservedAnnotations.ORPHAN, Json.of("true"));
        return document.with("metadata", metadata.with("annotations", annotations));
    }
}
