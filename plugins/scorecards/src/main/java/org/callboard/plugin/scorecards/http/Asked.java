package org.callboard.plugin.scorecards.http;

import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.plugin.scorecards.score.Board;
import org.callboard.plugin.scorecards.standard.Track;
import org.jspecify.annotations.Nullable;

/** What requests have in common. */
final class Asked {

    private Asked() {}

    static Caller caller(SecurityContext security) {
        return (Caller) security.getUserPrincipal();
    }

    /** The entity of {@code NAMESPACE/KIND/NAME}. */
    static EntityRef entity(String path) {
        String[] steps = path.split("/", -1);
        if (steps.length != 3) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is no entity '" + path + "'.");
        }
        return EntityRef.parse(steps[1] + ":" + steps[0] + "/" + steps[2]);
    }

    static PortalException noEntity(EntityRef ref) {
        return new PortalException(ProblemKind.NOT_FOUND, "There is no entity " + ref + ".");
    }

    /** A number that was asked for, within bounds. */
    static int number(@Nullable Integer given, int otherwise, int most) {
        int number = given == null ? otherwise : given;
        if (number < 0 || number > most) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT, "The number " + number + " is not between 0 and " + most + ".");
        }
        return number;
    }

    static <T> Json.Arr array(List<T> items, Function<T, Json> json) {
        return new Json.Arr(items.stream().map(json).toList());
    }

    static Json text(@Nullable Instant time) {
        return time == null ? Json.Null.NULL : Json.of(time.toString());
    }

    /** Whether scores are about to be others: those last known before a start, and none at all. */
    static boolean isPending(Optional<Board> board) {
        return board.filter(Board::isCurrent).isEmpty();
    }

    static Json json(boolean is) {
        return is ? Json.Bool.TRUE : Json.Bool.FALSE;
    }

    static Json orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? Json.Null.NULL : Json.of(text);
    }

    static Json levels(Track track) {
        return array(
                track.levels(),
                level -> Json.object()
                        .put("id", level.id())
                        .put("title", level.title())
                        .build());
    }

    static Json tracks(List<Track> tracks) {
        return array(
                tracks,
                track -> Json.object()
                        .put("id", track.id())
                        .put("title", track.title())
                        .put("levels", levels(track))
                        .build());
    }
}
