package org.callboard.plugin.docs.markup;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages that repeat something a million times in full, or as often as a page may be long: each is shown or refused by bounded work,
 * which is measured as the time of the thread, as others may have the machine.
 */
class BombTest {

    private static final Duration MOST = Duration.ofSeconds(10);
    private static final boolean FULL = System.getProperty("repetitions", "").equals("full");
    private static final int MILLION = FULL ? 1_000_000 : 50_000;
    private static final int LONGEST = FULL ? Complexity.LONGEST : Complexity.LONGEST / 20;

    /** Bars stand between what is repeated. */
    private static final String REPEATED = """
            > ¦- ¦1. ¦[¦![¦*¦**¦_¦*a ¦*a_ ¦a**b¦~a ¦^a ¦==a ¦~~a¦`¦`a¦``a`¦<div>¦<div>\\n¦<b>¦</b>¦<a href=x><p>¦<div markdown>\\n
            <!--¦<?¦<![CDATA[¦[a](<b¦[a](b "¦]¦](¦[a][¦[a] [¦[^1]¦[^1] ¦[^1]: a\\n¦$a¦$$¦\\(¦:a¦:smile:¦{¦{.a}¦x{.a}¦{++a¦{~~a~>¦++a¦++a+
            !!! note\\n¦=== "a"\\n¦/// note\\n¦|¦|a¦|a|\\n¦a|b\\n-|-\\n¦a\\n:   b\\n\\n¦# a\\n¦#¦a\\n=\\n¦---\\n¦http://a¦http://a]¦www.¦me@¦a.¦a@b.c \
            ¦&¦&amp;¦\\¦\\n¦ \\n¦    a\\n¦- a\\n¦- a\\n```\\n¦- a\\n```\\nb\\n```\\n¦```\\n¦*[a]: b\\n¦[a]: b\\n¦--8<--\\n¦(c)¦-->¦1/2 ¦[TOC]\\n\\n
            <x y='¦<table><tr><td>¦<svg>¦<math>¦<select>¦<template>¦<details>\\n¦<pre>¦"¦'¦é¦- [ ] a\\n
            "a" ¦'¦\"'¦--¦...¦<<¦\\a¦[=¦[==1% "¦[==1%] ¦a. ¦i. a\\n¦iv) a\\n¦#) a\\n¦@a ¦@a/¦a/a#1 ¦a/¦#1 ¦a#1¦a@¦1st ¦11¦> [!NOTE]\\n¦> [!tip]\\n> a\\n\\n
            /// define\\na\\n\\n- b\\n¦/// html | div.a\\n¦++ctrl++ ¦++"a"+
            /// caption\\na\\n///\\n\\n¦/// figure-caption | ^3\\n///\\n\\n¦{% dot a.b\\n¦{% dot a.b\\n%}\\n¦::uml::\\n¦https://github.com/a/b/pull/1 ¦{--a--}¦{~~a""";

    private static String filled(String piece) {
        return piece.repeat(Math.min(MILLION, LONGEST / piece.length() - 1));
    }

    static Stream<String> repeated() {
        return Stream.of(REPEATED.replace("\n", "¦").split("¦", -1)).map(piece -> piece.replace("\\n", "\n"));
    }

    static Stream<String> composed() {
        return Stream.of(
                paired("[", "]"),
                paired("![", "](b)"),
                paired("*", "*"),
                paired("<b>", "</b>"),
                paired("<div>\n", "</div>\n"),
                paired("{", "}"),
                paired("(", ")"),
                paired("~", "~"),
                nested("!!! note\n"),
                nested("- a\n"),
                nested("> a\n"),
                numbered("[^%d] \n\n[^%d]: a\n\n"),
                numbered("[a%d]\n\n[a%d]: b\n\n"),
                numbered("*[w%d]: t\n\nw%d\n\n"),
                numbered("# a_%d %d\n"),
                "[a]: /" + "x".repeat(5_000) + "\n\n" + "[a] ".repeat(many(400_000)),
                "*[ab]: " + "x".repeat(5_000) + "\n\n" + "ab ".repeat(many(500_000)),
                "|a".repeat(many(200_000)) + "\n" + "|-".repeat(many(200_000)) + "\n" + "|a|\n".repeat(many(100_000)),
                "|a".repeat(500) + "\n" + "|-".repeat(500) + "\n" + "|\n".repeat(many(700_000)),
                "# a\n".repeat(many(200_000)) + "[TOC]\n\n".repeat(many(150_000)),
                "a {" + ".a ".repeat(many(600_000)) + "}",
                "<div " + "a=b ".repeat(many(500_000)) + ">",
                "<div markdown " + "a=b ".repeat(many(500_000)) + ">\n",
                "---\n" + "a: b\n".repeat(many(400_000)),
                "a\n".repeat(many(900_000)) + ":   b\n",
                "a" + " ".repeat(many(2_000_000)) + "b",
                "a".repeat(many(2_000_000)),
                "/// note\n    attrs: {" + "a".repeat(many(2_000_000)) + "}\n\na\n///\n",
                "/// html | div" + ".a".repeat(many(1_000_000)) + "\na\n///\n",
                "[==" + "1".repeat(many(2_000_000)) + "%]",
                "1".repeat(many(2_000_000)) + "st",
                "a".repeat(many(2_000_000)) + "#1",
                "0123456789abcdef0123456789abcdef01234567...".repeat(many(48_000)),
                paired("\"", "'"),
                nested("i. a\n"),
                nested("/// note\n"));
    }

    private static int many(int inFull) {
        return FULL ? inFull : inFull / 20;
    }

    private static String paired(String open, String close) {
        int many = Math.min(MILLION, LONGEST / (open.length() + close.length()) - 1);
        return open.repeat(many) + "a" + close.repeat(many);
    }

    private static String nested(String line) {
        StringBuilder text = new StringBuilder();
        for (int level = 0; text.length() < LONGEST - 4_000; level++) {
            text.append("    ".repeat(level % 900)).append(line);
        }
        return text.toString();
    }

    private static String numbered(String pattern) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; text.length() < LONGEST - 100; number++) {
            text.append(pattern.replace("%d", Integer.toString(number)));
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("repeated")
    void answersWhatIsRepeated(String piece) {
        answers(filled(piece));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("composed")
    void answersWhatIsComposed(String bomb) {
        answers(bomb);
    }

    private static void answers(String bomb) {
        Dialect all = new Dialect(
                true, EnumSet.allOf(Choice.class), new References(CodeHost.GITHUB, "me", "mine", false), List.of());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        try {
            String html = new Markdown(all, name -> Optional.empty())
                    .render(bomb)
                    .body()
                    .html();
            assertTrue(html.length() < 40_000_000, "It becomes " + html.length() + " characters.");
        } catch (TooComplexException refused) {
            assertTrue(refused.reason().length() > 10, refused.reason());
        }
        Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
        assertTrue(taken.compareTo(MOST) < 0, "It took " + taken + ".");
    }
}
