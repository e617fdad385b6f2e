package org.callboard.core.read;

import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;

/** One document of a file, by its number from 0. */
public sealed interface ParsedDocument {

    /** {@return its number in the file, from 0} */
    int index();

    /** A document that is an object. */
    record Parsed(int index, Json.Obj tree, Positions positions) implements ParsedDocument {}

    /** A document that can't be read, is no object, or is a template of a document. */
    record Broken(int index, Problem problem) implements ParsedDocument {}

    /** A document with nothing in it; to be passed over. */
    record Empty(int index) implements ParsedDocument {}
}
