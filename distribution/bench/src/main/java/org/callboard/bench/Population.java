package org.callboard.bench;

/**
 * How many entities of each kind a catalog has: 10% APIs, 5% resources, 5% systems, 1% domains, 6% groups, 3% users, at
 * least one of each, and components for the rest.
 */
record Population(int components, int apis, int resources, int systems, int domains, int groups, int users) {

    private static final int SMALLEST = 7;

    static Population of(int size) {
        if (size < SMALLEST) {
            throw new IllegalArgumentException("A catalog has at least " + SMALLEST + " entities, not " + size);
        }
        int apis = share(size, 10);
        int resources = share(size, 5);
        int systems = share(size, 5);
        int domains = share(size, 1);
        int groups = share(size, 6);
        int users = share(size, 3);
        int components = size - apis - resources - systems - domains - groups - users;
        return new Population(components, apis, resources, systems, domains, groups, users);
    }

    private static int share(int size, int percent) {
        return Math.max(1, size * percent / 100);
    }
}
