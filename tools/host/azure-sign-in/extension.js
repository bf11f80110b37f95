// Owns the id `microsoft` where VS Code's own sign-in is left out: tokens come from the sandbox and open nothing else.
// Plain CommonJS, because it is installed as it lies here.
const vscode = require('vscode');

exports.activate = (context) => {
  const endpoint = process.env.DEFENDER_CONNECTORS_ARM_ENDPOINT ?? '';
  const changed = new vscode.EventEmitter();
  const sessions = new Map();
  let signedIn = false;

  const sessionFor = async (scopes) => {
    const tenant = scopes.find((scope) => scope.startsWith('VSCODE_TENANT:'))?.slice('VSCODE_TENANT:'.length);
    const key = [...scopes].sort().join(' ');
    const present = sessions.get(key);
    if (present) return present;
    const answer = await fetch(`${endpoint}/__sandbox/azure/token`, { method: 'POST', body: JSON.stringify({ tenant }) });
    const { token } = await answer.json();
    const session = { id: key, accessToken: token, account: { id: 'sandbox', label: 'sandbox@contoso.example' }, scopes };
    sessions.set(key, session);
    return session;
  };

  context.subscriptions.push(
    changed,
    vscode.authentication.registerAuthenticationProvider('microsoft', 'Microsoft (sandbox)', {
      onDidChangeSessions: changed.event,
      getSessions: async (scopes) => (!signedIn ? [] : scopes === undefined ? [...sessions.values()] : [await sessionFor(scopes)]),
      createSession: async (scopes) => {
        signedIn = true;
        const session = await sessionFor(scopes);
        changed.fire({ added: [session], removed: [], changed: [] });
        return session;
      },
      removeSession: async () => {
        const removed = [...sessions.values()];
        signedIn = false;
        sessions.clear();
        changed.fire({ added: [], removed, changed: [] });
      },
    }),
  );
};
