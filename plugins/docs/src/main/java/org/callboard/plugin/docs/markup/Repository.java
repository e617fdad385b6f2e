package org.callboard.plugin.docs.markup;

import org.jspecify.annotations.Nullable;

/** A repository at a code host, and what is shown of it: no more of its name than the site's own leaves open. */
record Repository(CodeHost host, String owner, String name, References own) {

    String fullName() {
        return owner + "/" + name;
    }

    String address() {
        return host.address() + "/" + fullName();
    }

    /** Nothing for the site's own repository, and no owner for another of the same. */
    private String shown() {
        if (host != own.host() || !owner.equals(own.owner())) {
            return fullName();
        }
        return name.equals(own.repository()) ? "" : name;
    }

    /** @param sign what stands before the number of an issue, a request to merge or a discussion */
    String numbered(char sign, String number) {
        return shown() + (own.hashed() ? '#' : sign) + number;
    }

    String numberedTitle(char sign, String number) {
        String what = sign == '#' ? " Issue: " : sign == '!' ? " Pull Request: " : " Discussion: ";
        return host.title() + what + fullName() + " #" + number;
    }

    /** @param to the other commit of a comparison; null for a commit alone */
    String hashed(String from, @Nullable String to) {
        String name = shown();
        return name.isEmpty() ? begins(from, to) : name + "@" + begins(from, to);
    }

    String hashedTitle(String from, @Nullable String to) {
        return host.title() + (to == null ? " Commit: " : " Compare: ") + fullName() + "@" + begins(from, to);
    }

    private String begins(String from, @Nullable String to) {
        return to == null ? host.shortened(from) : host.shortened(from) + "..." + host.shortened(to);
    }
}
