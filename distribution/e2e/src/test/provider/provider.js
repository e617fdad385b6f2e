// An OpenID provider with two clients. Prints its address when it answers; its people say at its own page who they are.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const callbacks = JSON.parse(process.env.CALLBACKS);
const logouts = JSON.parse(process.env.LOGOUTS);
const groups = { mara: ['callboard-payments', 'lunch'], admin: ['callboard-portal'] };

const client = {
  client_id: 'callboard',
  client_secret: 'e2e:secret+&',
  redirect_uris: callbacks,
  post_logout_redirect_uris: logouts,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
};

const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = process.env.ISSUER ?? `http://127.0.0.1:${server.address().port}`;

// a subject is not the name, and the name is what the person says it is today
const accounts = new Map();
const removed = new Set();
const provider = new Provider(issuer, {
  clients: [client, { ...client, client_id: 'other' }],
  cookies: { keys: ['e2e'] },
  scopes: ['openid', 'profile', 'email', 'offline_access'],
  claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, RefreshToken: 3600, Grant: 3600, Session: 3600, Interaction: 600 },
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true }, userinfo: { enabled: true } },
  findAccount: (_, sub) => (removed.has(sub) ? undefined : {
    accountId: sub,
    claims: () => {
      const [subject, name = subject] = (accounts.get(sub) ?? sub).split('.as.');
      return {
        sub,
        name: name[0].toUpperCase() + name.slice(1),
        preferred_username: name,
        email: `${name}@example.com`,
        email_verified: !subject.startsWith('unverified'),
        groups: groups[name] ?? [],
      };
    },
  }),
});

provider.proxy = true;
const answer = provider.callback();
server.on('request', (request, response) => {
  // what an administrator of the provider does: /control/rename?sub=..&to=.., /control/remove?sub=..
  const url = new URL(request.url, issuer);
  if (url.pathname === '/control/rename') {
    accounts.set(url.searchParams.get('sub'), `${url.searchParams.get('sub')}.as.${url.searchParams.get('to')}`);
    response.end();
  } else if (url.pathname === '/control/remove') {
    removed.add(url.searchParams.get('sub'));
    response.end();
  } else {
    answer(request, response);
  }
});
console.log(`OIDC ${issuer} ${server.address().port}`);
