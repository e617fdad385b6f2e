package org.callboard.plugin.webshell.graph;

/** Puts things that keep their distance as near as they can be to where they would like to be. */
final class Spread {

    private Spread() {}

    /**
     * Answers the places whose squared differences from the wishes are the least: neighbours that would be too near, or
     * in the wrong order, move as one.
     *
     * @param wishes where each would like to be, in their order
     * @param distances how far each must be from the one before; the first is not used
     */
    static double[] places(double[] wishes, double[] distances) {
        int count = wishes.length;
        double[] means = new double[count];
        int[] sizes = new int[count];
        int blocks = 0;
        double offset = 0;
        for (int index = 0; index < count; index++) {
            offset += index == 0 ? 0 : distances[index];
            means[blocks] = wishes[index] - offset;
            sizes[blocks++] = 1;
            while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
                blocks--;
                int size = sizes[blocks - 1] + sizes[blocks];
                means[blocks - 1] = (means[blocks - 1] * sizes[blocks - 1] + means[blocks] * sizes[blocks]) / size;
                sizes[blocks - 1] = size;
            }
        }
        return spread(means, sizes, distances);
    }

    private static double[] spread(double[] means, int[] sizes, double[] distances) {
        double[] places = new double[distances.length];
        double offset = 0;
        int block = 0;
        int left = places.length == 0 ? 0 : sizes[0];
        for (int index = 0; index < places.length; index++) {
            if (left == 0) {
                left = sizes[++block];
            }
            offset += index == 0 ? 0 : distances[index];
            places[index] = means[block] + offset;
            left--;
        }
        return places;
    }
}
