package org.callboard.plugin.docs.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.config.Configuration;
import org.callboard.api.model.Entity;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.api.source.FileChange;
import org.callboard.plugin.docs.DocsConfig;
import org.callboard.plugin.docs.Sites;
import org.callboard.plugin.docs.site.NavItem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which pages need their owners: reported, found unhelpful, stale or unread. */
@Component(service = Needs.class)
public final class Needs {

    private static final int MOST_SITES = 50;
    private static final int MOST_PAGES = 500;

    private final Sites sites;
    private final Owners owners;
    private final Votes votes;
    private final Reports reports;
    private final PageViews views;
    private final Configuration configuration;

    /** Looks there. */
    @Activate
    public Needs(
            @Reference Sites sites,
            @Reference Owners owners,
            @Reference Votes votes,
            @Reference Reports reports,
            @Reference PageViews views,
            @Reference Configuration configuration) {
        this.sites = sites;
        this.owners = owners;
        this.votes = votes;
        this.reports = reports;
        this.views = views;
        this.configuration = configuration;
    }

    /**
     * A page that needs its owners.
     *
     * @param title of the page; its address where the list of pages has none
     * @param open how many reports
     * @param votes what was said of it
     * @param stale when it was changed, where that was long ago
     * @param isUnread whether nobody has read it for long
     */
    record Need(
            Entity entity,
            String page,
            String title,
            long open,
            Votes.Count votes,
            Optional<Instant> stale,
            boolean isUnread) {

        boolean isAny() {
            return open > 0 || votes.no() > votes.yes() || stale.isPresent() || isUnread;
        }
    }

    /** {@return the pages of what a caller and their groups own, those that people complain of first} */
    List<Need> of(Caller caller, Instant now) {
        List<Need> all = new ArrayList<>();
        Since since = since(now);
        for (Entity entity : owners.documented(caller, MOST_SITES)) {
            try {
                new Look(entity, sites.of(caller, entity.ref(), ""), since).collect(all);
            } catch (PortalException unreadable) {
                // its page says why
            }
        }
        all.sort(Comparator.<Need>comparingLong(need -> -need.open())
                .thenComparing(need -> -need.votes().no())
                .thenComparing(need -> need.stale().orElse(now))
                .thenComparing(need -> need.entity().ref())
                .thenComparing(Need::page));
        return all;
    }

    /**
     * Since when pages have to be changed and read.
     *
     * @param isCounted whether readers have been counted for so long; who has not can't say that nobody came
     */
    private record Since(Instant changed, Instant read, boolean isCounted) {

        LocalDate day() {
            return LocalDate.ofInstant(read, ZoneOffset.UTC);
        }
    }

    private Since since(Instant now) {
        DocsConfig config = configuration.current(DocsConfig.class);
        Instant read = now.minus(Duration.ofDays(config.unreadDays()));
        LocalDate day = LocalDate.ofInstant(read, ZoneOffset.UTC);
        return new Since(
                now.minus(Duration.ofDays(config.staleDays())),
                read,
                views.first().filter(first -> first.isBefore(day)).isPresent());
    }

    /** Looks at one site. */
    private final class Look {

        private final Entity entity;
        private final Sites.Docs docs;
        private final Since since;
        private final Map<String, String> titles = new HashMap<>();
        private final Map<String, Long> open;
        private final Map<String, Votes.Count> counts;
        private final Map<String, Long> seen;

        Look(Entity entity, Sites.Docs docs, Since since) {
            this.entity = entity;
            this.docs = docs;
            this.since = since;
            this.open = reports.open(docs.source());
            this.counts = votes.counts(docs.source());
            this.seen = views.since(docs.source(), since.day());
            name(docs.site().navigation());
        }

        private void name(List<NavItem> items) {
            for (NavItem item : items) {
                if (item.page() != null) {
                    titles.putIfAbsent(item.page(), item.title());
                }
                name(item.items());
            }
        }

        void collect(List<Need> all) {
            docs.site().pages().stream()
                    .limit(MOST_PAGES)
                    .map(this::need)
                    .filter(Need::isAny)
                    .forEach(all::add);
        }

        private Need need(String page) {
            Optional<Instant> changed =
                    docs.site().source(page).flatMap(docs::change).map(FileChange::at);
            return new Need(
                    entity,
                    page,
                    titles.getOrDefault(page, page.isEmpty() ? entity.title() : page),
                    open.getOrDefault(page, 0L),
                    counts.getOrDefault(page, Votes.Count.NONE),
                    changed.filter(at -> at.isBefore(since.changed())),
                    since.isCounted()
                            && !seen.containsKey(page)
                            && changed.filter(at -> at.isBefore(since.read())).isPresent());
        }
    }
}
