package org.callboard.core;

import java.io.IOException;
import java.time.Clock;
import org.callboard.api.extension.Extensions;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.config.ConfigException;
import org.callboard.core.config.ConfigWatch;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.db.Database;
import org.callboard.core.edge.ProxyHeaders;
import org.callboard.core.http.PortalServer;
import org.callboard.core.policy.CurrentPolicy;
import org.callboard.core.policy.Memberships;
import org.callboard.core.policy.PolicyAuthority;
import org.callboard.core.policy.UnusablePolicyException;
import org.callboard.core.session.AccessTokens;
import org.callboard.core.session.AdminToken;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.ProxySignIn;
import org.callboard.core.session.Seal;
import org.callboard.core.session.Sessions;
import org.callboard.core.session.SignInLinks;
import org.callboard.core.session.TokenRules;
import org.callboard.core.signin.Attempts;
import org.callboard.core.signin.Bindings;
import org.callboard.core.signin.Providers;
import org.callboard.core.signin.SignIn;
import org.callboard.core.signin.Vouching;
import org.jspecify.annotations.Nullable;

/** Who is let in, and what they may do. */
final class Entrance implements AutoCloseable {

    private final PortalServer.Access access;
    private final ConfigWatch policy;
    private final Workloads workloads;
    private final LiveAuth auth;

    private Entrance(PortalServer.Access access, ConfigWatch policy, Workloads workloads, LiveAuth auth) {
        this.access = access;
        this.policy = policy;
        this.workloads = workloads;
        this.auth = auth;
    }

    static Entrance open(
            Database database, PortalConfig config, Memberships groups, Extensions active, AuditLog audit, Clock clock)
            throws IOException {
        PolicyAuthority authority = new PolicyAuthority(policy(config), groups);
        LiveAuth auth = new LiveAuth(config.auth(), audit);
        SignInLinks links = new SignInLinks(clock);
        Seal seal = Seal.in(config.storage());
        Providers providers = new Providers(active);
        Bindings bindings = new Bindings(database, clock);
        Vouching vouching = new Vouching(providers, () -> auth.get().people(), bindings, audit);
        Sessions sessions = new Sessions(database, seal, () -> auth.get().sessions(), vouching, clock);
        SignIn signIn = new SignIn(providers, new Attempts(database, seal, clock), vouching, sessions);
        AccessTokens tokens =
                new AccessTokens(database, new TokenRules(() -> auth.get().longestToken()), clock);
        Workloads workloads = Workloads.open(() -> auth.get().workloads(), clock);
        Authentication authentication = new Authentication(
                AdminToken.in(config.storage()), tokens, workloads.tokens(), sessions, authority, proxySignIn(config));
        PortalServer.Access access =
                new PortalServer.Access(authentication, sessions, tokens, links, signIn, bindings, audit, authority);
        return new Entrance(access, PolicyReload.follow(authority.policy(), audit), workloads, auth);
    }

    private static CurrentPolicy policy(PortalConfig config) {
        try {
            return CurrentPolicy.open(config.policy());
        } catch (UnusablePolicyException unusable) {
            throw new ConfigException(String.valueOf(unusable.getMessage()));
        }
    }

    private static @Nullable ProxySignIn proxySignIn(PortalConfig config) {
        ProxyHeaders headers = config.edge().signIn();
        return headers == null ? null : new ProxySignIn(headers, config.baseUrl());
    }

    PortalServer.Access access() {
        return access;
    }

    /** {@return what of the configuration may change while people are let in by it} */
    LiveAuth auth() {
        return auth;
    }

    SignInLinks links() {
        return access.links();
    }

    @Override
    public void close() {
        policy.close();
        access.tokens().close();
        workloads.close();
    }
}
