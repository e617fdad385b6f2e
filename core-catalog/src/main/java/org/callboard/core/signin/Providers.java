package org.callboard.core.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.signin.SignInChoice;
import org.callboard.api.signin.SignInProvider;

/** By whom people can sign in: the providers of the plugins that serve. */
public final class Providers {

    private static final int MOST_CHOICES = 20;
    /** Its first connection to a server that is far away is made, or a second server asked, while somebody looks at a page. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Extensions extensions;

    /** Looks for them among these. */
    public Providers(Extensions extensions) {
        this.extensions = extensions;
    }

    /** Something to choose on the sign-in page. */
    public record Offer(String plugin, SignInChoice choice) {}

    /** {@return what there is to choose at present}; a provider that fails offers nothing */
    public List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        for (ExtensionHandle<SignInProvider> provider : extensions.of(SignInProvider.class)) {
            choices(provider).stream()
                    .limit(MOST_CHOICES)
                    .forEach(choice -> offers.add(new Offer(provider.plugin(), choice)));
        }
        return offers;
    }

    private static List<SignInChoice> choices(ExtensionHandle<SignInProvider> provider) {
        try {
            return provider.call(SignInProvider::choices);
        } catch (PortalException failed) {
            // the way into the plugin has told its log
            return List.of();
        }
    }

    /** {@return the provider with this choice, if it is there} */
    Optional<ExtensionHandle<SignInProvider>> find(String plugin, String choice) {
        return extensions.of(SignInProvider.class).stream()
                .filter(provider -> provider.plugin().equals(plugin))
                .filter(provider ->
                        choices(provider).stream().anyMatch(one -> one.id().equals(choice)))
                .findFirst()
                .map(provider -> provider.patient(PATIENCE));
    }

    /**
     * {@return the provider with this choice}
     *
     * @throws PortalException NOT_FOUND where there is none
     */
    ExtensionHandle<SignInProvider> get(String plugin, String choice) {
        return find(plugin, choice)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND,
                        "There is no such way to sign in.",
                        "Choose one of those on the sign-in page."));
    }
}
