package org.callboard.core.leftover;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import org.callboard.core.leftover.Leftover.Fate;
import org.callboard.core.leftover.Leftover.Kind;
import org.jspecify.annotations.Nullable;

/** Takes back the objects of a revision that the whole process would call. */
final class HandlerSearch implements Search {

    private final @Nullable ProxySelector proxies = ProxySelector.getDefault();

    @Override
    public List<Leftover> clear(Owner owner) {
        List<Leftover> found = new ArrayList<>();
        take(
                owner,
                "uncaught exception handler",
                Thread.getDefaultUncaughtExceptionHandler(),
                found,
                () -> Thread.setDefaultUncaughtExceptionHandler(null));
        take(owner, "authenticator", Authenticator.getDefault(), found, () -> Authenticator.setDefault(null));
        take(owner, "cookie handler", CookieHandler.getDefault(), found, () -> CookieHandler.setDefault(null));
        take(owner, "response cache", ResponseCache.getDefault(), found, () -> ResponseCache.setDefault(null));
        take(owner, "proxy selector", ProxySelector.getDefault(), found, () -> ProxySelector.setDefault(proxies));
        for (Provider provider : Security.getProviders()) {
            take(owner, "security provider", provider, found, () -> Security.removeProvider(provider.getName()));
        }
        return found;
    }

    private static void take(
            Owner owner, String name, @Nullable Object handler, List<Leftover> found, Runnable removal) {
        if (handler != null && owner.made(handler)) {
            removal.run();
            found.add(new Leftover(
                    Kind.PROCESS_HANDLER, name, "of " + handler.getClass().getName(), Fate.UNDONE));
        }
    }
}
