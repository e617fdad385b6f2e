package org.callboard.core.compat;

/**
 * A place where a class refers to something of another.
 *
 * @param owner the other class, with slashes
 * @param name of the method or field; empty where the class itself is meant
 * @param descriptor of the method or field
 */
record Use(Sort sort, String owner, String name, String descriptor, int line) {

    /** How it is used. */
    enum Sort {
        TYPE,
        CREATION,
        STATIC_CALL,
        VIRTUAL_CALL,
        INTERFACE_CALL,
        /** Constructors, and methods of what is extended. */
        SPECIAL_CALL,
        STATIC_FIELD,
        FIELD,
        /** The one method of an interface that a lambda is made for. */
        LAMBDA
    }

    static Use ofType(String owner, int line) {
        return new Use(Sort.TYPE, owner, "", "", line);
    }

    boolean isField() {
        return sort == Sort.FIELD || sort == Sort.STATIC_FIELD;
    }

    boolean isStatic() {
        return sort == Sort.STATIC_CALL || sort == Sort.STATIC_FIELD;
    }

    String key() {
        return isField() ? name + ":" + descriptor : name + descriptor;
    }
}
