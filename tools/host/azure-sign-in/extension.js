// Owns the id `microsoft` where VS Code's own sign-in is left out: tokens come from the sandbox and open nothing else.
// Plain CommonJS, because it is installed as it lies here.
const vscode = require('vscode');

const tenantScope = 'VSCODE_TENANT:';

exports.activate = (context) => {
  const endpoint = process.env.DEFENDER_CONNECTORS_ARM_ENDPOINT ?? '';
  const changed = new vscode.EventEmitter();
  const sessions = new Map();
  let signedIn = false;

  const keyOf = (scopes, claims) => [...scopes, ...(claims ? ['claims'] : [])].sort().join(' ');
  const sessionFor = async (scopes, claims = false) => {
    const key = keyOf(scopes, claims);
    const present = sessions.get(key);
    if (present) return present;
    const tenant = scopes.find((scope) => scope.startsWith(tenantScope))?.slice(tenantScope.length);
    const answer = await fetch(`${endpoint}/__sandbox/azure/token`, { method: 'POST', body: JSON.stringify({ tenant, claims }) });
    const { token } = await answer.json();
    const session = { id: key, accessToken: token, account: { id: 'sandbox', label: 'sandbox@contoso.example' }, scopes };
    sessions.set(key, session);
    return session;
  };
  const create = async (scopes, claims) => {
    signedIn = true;
    const session = await sessionFor(scopes, claims);
    changed.fire({ added: [session], removed: [], changed: [] });
    return session;
  };
  /** As VS Code's own sign-in reads a challenge: scopes of ours where it names none, and claims or nothing. */
  const asked = ({ challenges, fallbackScopes }) => {
    if (!challenges.some(({ params }) => params.claims)) throw new Error('No claims found in authentication challenges');
    return fallbackScopes ?? [];
  };

  const provider = {
    onDidChangeSessions: changed.event,
    getSessions: async (scopes) => (!signedIn ? [] : scopes === undefined ? [...sessions.values()] : [await sessionFor(scopes)]),
    createSession: (scopes) => create(scopes, false),
    /** More proof takes a question to the user: without one there is none, unless it was given before. */
    getSessionsFromChallenges: async (constraint) => [sessions.get(keyOf(asked(constraint), true))].filter(Boolean),
    createSessionFromChallenges: async (constraint) => create(asked(constraint), true),
    removeSession: async () => {
      const removed = [...sessions.values()];
      signedIn = false;
      sessions.clear();
      changed.fire({ added: [], removed, changed: [] });
    },
  };
  context.subscriptions.push(changed, vscode.authentication.registerAuthenticationProvider('microsoft', 'Microsoft (sandbox)', provider, { supportsChallenges: true }));
};
