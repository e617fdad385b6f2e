package org.callboard.plugin.signinoidc;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.signin.SignedInPerson;
import org.callboard.api.signin.SignedInPerson.Email;
import org.callboard.api.signin.SignedInPerson.Proof;
import org.jspecify.annotations.Nullable;

/** What a provider says of a person. */
record Claims(Json.Obj values) {

    private static final int MOST_GROUPS = 500;

    /** {@return these, and of the others what these don't say} */
    Claims or(Json.Obj others) {
        Map<String, Json> all = new LinkedHashMap<>(others.fields());
        all.putAll(values.fields());
        return new Claims(new Json.Obj(all));
    }

    SignedInPerson person(OidcConfig.Provider provider) {
        String subject = values.text("sub").orElse("");
        String username = text(provider.usernameClaim()).orElse(null);
        return new SignedInPerson(
                provider.issuer(),
                subject,
                username,
                text("name").or(() -> text(provider.usernameClaim())).orElse(subject),
                email(),
                groups(provider.groupsClaim()));
    }

    private Optional<String> text(String claim) {
        return values.text(claim).map(String::strip).filter(value -> !value.isEmpty());
    }

    private @Nullable Email email() {
        Json verified = values.get("email_verified");
        boolean isVerified = verified == Json.Bool.TRUE || Json.of("true").equals(verified);
        return text("email")
                .map(address -> new Email(address, isVerified ? Proof.VERIFIED : Proof.CLAIMED))
                .orElse(null);
    }

    private Set<String> groups(String claim) {
        Set<String> groups = new HashSet<>();
        values.text(claim).ifPresent(groups::add);
        values.array(claim).texts().stream().limit(MOST_GROUPS).forEach(groups::add);
        return groups;
    }
}
