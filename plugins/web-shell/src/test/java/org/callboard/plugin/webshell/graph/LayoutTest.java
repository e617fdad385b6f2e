package org.callboard.plugin.webshell.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LayoutTest {

    private static EntityRef ref(int number) {
        return new EntityRef("component", "default", "n" + number);
    }

    private static Neighbour neighbour(int number, int column) {
        return new Neighbour(ref(number), Math.abs(column), column, Optional.empty());
    }

    private static Arrow arrow(int from, int to) {
        return new Arrow(ref(from), ref(to));
    }

    private static List<Neighbour> someNeighbours(Random random, int count) {
        List<Neighbour> neighbours = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            neighbours.add(neighbour(number, number == 0 ? 0 : random.nextInt(11) - 5));
        }
        return neighbours;
    }

    private static Set<Arrow> someArrows(Random random, int neighbours, int count) {
        Set<Arrow> arrows = new LinkedHashSet<>();
        for (int number = 0; number < count; number++) {
            arrows.add(arrow(random.nextInt(neighbours), random.nextInt(neighbours)));
        }
        return arrows;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noTwoBoxesTouchAndEverythingIsOnThePicture(long seed) {
        Random random = new Random(seed);
        List<Neighbour> neighbours = someNeighbours(random, 1 + random.nextInt(300));
        Set<Arrow> arrows = someArrows(random, neighbours.size(), random.nextInt(1_000));
        Layout layout = Layout.of(neighbours, arrows);
        for (int one = 0; one < neighbours.size(); one++) {
            Point corner = layout.corner(neighbours.get(one));
            assertInside(layout, corner);
            assertInside(layout, new Point(corner.x() + Layout.BOX_WIDTH, corner.y() + Layout.BOX_HEIGHT));
            for (int other = 0; other < one; other++) {
                assertApart(corner, layout.corner(neighbours.get(other)));
            }
        }
        for (Arrow arrow : arrows) {
            List<Point> way = layout.way(arrow);
            way.forEach(point -> assertInside(layout, point));
            assertRightAngles(way);
        }
    }

    private static void assertInside(Layout layout, Point point) {
        assertTrue(point.x() >= 0 && point.x() <= layout.width(), () -> point + " is beside " + layout.width());
        assertTrue(point.y() >= 0 && point.y() <= layout.height(), () -> point + " is below " + layout.height());
    }

    private static void assertApart(Point one, Point other) {
        boolean isApart =
                Math.abs(one.x() - other.x()) > Layout.BOX_WIDTH || Math.abs(one.y() - other.y()) > Layout.BOX_HEIGHT;
        assertTrue(isApart, () -> one + " and " + other + " touch.");
    }

    private static void assertRightAngles(List<Point> way) {
        assertTrue(way.size() >= 2, "A way has a start and an end.");
        for (int index = 1; index < way.size(); index++) {
            Point from = way.get(index - 1);
            Point to = way.get(index);
            assertTrue(from.x() == to.x() || from.y() == to.y(), () -> from + " to " + to + " is askew.");
        }
    }

    @Test
    void theSameIsAlwaysDrawnTheSame() {
        List<Neighbour> neighbours = someNeighbours(new Random(7), 200);
        Set<Arrow> arrows = someArrows(new Random(7), 200, 500);
        Layout first = Layout.of(neighbours, arrows);
        Layout second = Layout.of(neighbours, arrows);
        neighbours.forEach(one -> assertEquals(first.corner(one), second.corner(one)));
        arrows.forEach(arrow -> assertEquals(first.way(arrow), second.way(arrow)));
    }

    @Test
    void theMiddleStandsBetweenWhatPointsAtItAndWhatItPointsAt() {
        List<Neighbour> neighbours =
                List.of(neighbour(0, 0), neighbour(1, -1), neighbour(2, 1), neighbour(3, 1), neighbour(4, 1));
        Layout layout = Layout.of(neighbours, List.of(arrow(1, 0), arrow(0, 2), arrow(0, 3), arrow(0, 4)));
        Point middle = layout.corner(neighbours.get(0));
        assertTrue(layout.corner(neighbours.get(1)).x() < middle.x());
        assertTrue(layout.corner(neighbours.get(2)).x() > middle.x());
        assertEquals(middle.y(), layout.corner(neighbours.get(1)).y(), "An arrow to one alone is straight.");
        assertEquals(middle.y(), layout.corner(neighbours.get(3)).y(), "The middle of three is beside.");
    }

    @Test
    void arrowsWithinAColumnAndToTheSameBoxAreDrawnBesideIt() {
        List<Neighbour> neighbours = List.of(neighbour(0, 0), neighbour(1, 1), neighbour(2, 1));
        Layout layout = Layout.of(neighbours, List.of(arrow(0, 1), arrow(0, 2), arrow(1, 2), arrow(0, 0)));
        assertRightAngles(layout.way(arrow(1, 2)));
        List<Point> loop = layout.way(arrow(0, 0));
        assertEquals(4, loop.size());
        assertEquals(
                layout.corner(neighbours.get(0)).x() + Layout.BOX_WIDTH,
                loop.get(0).x());
        assertTrue(loop.get(0).y() < loop.get(3).y());
    }

    @Test
    void anArrowBackTakesTheSameWay() {
        List<Neighbour> neighbours = List.of(neighbour(0, 0), neighbour(1, 1), neighbour(2, 1));
        Layout layout = Layout.of(neighbours, List.of(arrow(0, 1), arrow(0, 2), arrow(2, 0)));
        List<Point> back = new ArrayList<>(layout.way(arrow(2, 0)));
        java.util.Collections.reverse(back);
        assertEquals(layout.way(arrow(0, 2)), back);
    }

    @Test
    void oneAloneIsAPicture() {
        Layout layout = Layout.of(List.of(neighbour(0, 0)), List.of());
        assertInside(layout, layout.corner(neighbour(0, 0)));
    }

    @Test
    void whatIsTooNearMovesApartAndNoFurther() {
        assertArrayEquals(
                new double[] {-5, 5, 100}, Spread.places(new double[] {0, 0, 100}, new double[] {0, 10, 10}), 1e-9);
        assertArrayEquals(
                new double[] {-10, 0, 10}, Spread.places(new double[] {10, 0, -10}, new double[] {0, 10, 10}), 1e-9);
        assertArrayEquals(new double[] {}, Spread.places(new double[] {}, new double[] {}), 1e-9);
    }
}
