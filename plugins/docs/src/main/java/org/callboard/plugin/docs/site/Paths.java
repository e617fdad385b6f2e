package org.callboard.plugin.docs.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** Paths within a site, which never lead out of it. */
final class Paths {

    private Paths() {}

    /** The folder of a path with its last slash; empty for one at the root. */
    static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** The last part of a path. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A path without dots; empty where it leads above its root. */
    static Optional<String> normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /** What a path means within a file: beside it, or below the root where it begins with a slash. */
    static Optional<String> resolve(String page, String target) {
        return target.startsWith("/") ? normal(target) : normal(folder(page) + target);
    }

    /** A path as it is in the address of a link. */
    static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return path;
        }
    }

    static boolean isMarkdown(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") || lower.endsWith(".markdown");
    }

    /** The address of a page: without ending, and without its name where that is index or README. */
    static String address(String path) {
        String address = path.substring(0, path.lastIndexOf('.'));
        String name = name(address);
        if (!name.equals("index") && !name.equals("README")) {
            return address;
        }
        String folder = folder(address);
        return folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1);
    }
}
