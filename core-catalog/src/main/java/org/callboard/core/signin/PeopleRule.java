package org.callboard.core.signin;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callboard.api.signin.SignedInPerson;
import org.callboard.api.signin.SignedInPerson.Email;
import org.callboard.api.signin.SignedInPerson.Proof;
import org.jspecify.annotations.Nullable;

/**
 * One of {@code auth.people}: which of those whom an issuer vouches for are users, and which.
 *
 * @param issuer who must vouch for them
 * @param by what tells who they are
 * @param wanted the subject it is about, or the domain that addresses must be of; null where there is none
 * @param user the reference of their user, in which {@code {value}} stands for what was told
 */
public record PeopleRule(String issuer, By by, @Nullable String wanted, String user) {

    /** What stands for what was told. */
    public static final String VALUE = "{value}";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    /** What tells who somebody is. */
    public enum By {
        /** The issuer's own name for them, which never changes. */
        SUBJECT,
        /** By what name they sign in there. */
        USERNAME,
        /** What stands before the at sign of an address that the issuer has verified. */
        EMAIL
    }

    /** {@return the user whom they are by this rule} */
    Optional<String> user(SignedInPerson person) {
        return issuer.equals(person.issuer())
                ? value(person).map(value -> user.replace(VALUE, value))
                : Optional.empty();
    }

    private Optional<String> value(SignedInPerson person) {
        return switch (by) {
            case SUBJECT -> Optional.of(person.subject()).filter(subject -> subject.equals(wanted));
            case USERNAME -> name(person.username());
            case EMAIL -> name(localPart(person.email()));
        };
    }

    private @Nullable String localPart(@Nullable Email email) {
        if (email == null || email.proof() != Proof.VERIFIED) {
            return null;
        }
        int at = email.address().indexOf('@');
        return at > 0 && email.address().substring(at + 1).equalsIgnoreCase(wanted)
                ? email.address().substring(0, at)
                : null;
    }

    /** What has no plain letters is looked at before its case is changed: some letters become others by that. */
    static Optional<String> name(@Nullable String value) {
        return Optional.ofNullable(value)
                .filter(text -> NAME.matcher(text).matches())
                .map(text -> text.toLowerCase(Locale.ROOT));
    }
}
