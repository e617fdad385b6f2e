package org.callboard.core.web;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.callboard.api.source.FileChange;

/** The first entry of a feed of commits, as code hosts have them: Atom (RFC 4287), or RSS 2.0, which Gitea sends for it in some versions. */
final class CommitFeed {

    private static final int LONGEST_NAME = 200;
    private static final Pattern COMMIT = Pattern.compile("(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])");
    /** How RSS writes people: the address first, then the name. */
    private static final Pattern ADDRESSED = Pattern.compile("\\S+@\\S+ \\((.*)\\)");

    private final XMLStreamReader xml;
    private String commit = "";
    private String time = "";
    private String author = "";

    private CommitFeed(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** {@return the newest commit of a feed}; empty where it has none, or is no feed */
    static Optional<FileChange> newest(byte[] feed) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            return new CommitFeed(factory.createXMLStreamReader(new ByteArrayInputStream(feed))).read();
        } catch (XMLStreamException | DateTimeException none) {
            return Optional.empty();
        }
    }

    private Optional<FileChange> read() throws XMLStreamException {
        boolean isIn = false;
        while (xml.hasNext()) {
            int event = xml.next();
            boolean isEntry = event != XMLStreamConstants.CHARACTERS
                    && xml.hasName()
                    && (xml.getLocalName().equals("entry") || xml.getLocalName().equals("item"));
            if (event == XMLStreamConstants.END_ELEMENT && isEntry) {
                return change();
            }
            if (event == XMLStreamConstants.START_ELEMENT && isIn) {
                field(xml.getLocalName());
            }
            isIn |= isEntry;
        }
        return Optional.empty();
    }

    private void field(String name) throws XMLStreamException {
        switch (name) {
            case "id", "guid" -> commit = commit(text());
            case "link" -> {
                String address = xml.getAttributeValue(null, "href");
                commit = commit(address == null ? text() : address);
            }
            case "updated", "pubDate" -> time = text();
            case "author" -> author(text());
            case "name" -> author = text();
            default -> {
                // what else is said of a commit
            }
        }
    }

    private void author(String text) {
        author = text.isEmpty() ? author : text;
    }

    /** The text within an element, up to the first within that, which is read instead where it comes first. */
    private String text() throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            field(xml.getLocalName());
        }
        return event == XMLStreamConstants.CHARACTERS ? xml.getText().strip() : "";
    }

    private String commit(String text) {
        Matcher found = COMMIT.matcher(text);
        return commit.isEmpty() && found.find() ? found.group() : commit;
    }

    private Optional<FileChange> change() {
        if (commit.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        Instant at = time.contains("T")
                ? OffsetDateTime.parse(time).toInstant()
                : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(time));
        Matcher addressed = ADDRESSED.matcher(author);
        String name = addressed.matches() ? addressed.group(1) : author;
        return Optional.of(new FileChange(
                at,
                new FileChange.Commit(commit, name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)));
    }
}
