/**
 * Environment for a VS Code of ours: the machine's own, without its AWS and Azure settings (so that no real account is ever reached by
 * accident), without what npm and VS Code hand down, and with a home of its own (so that ~/.aws and ~/.config stay untouched).
 */
export const privateEnvironment = (home: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...ownVariables(),
  HOME: home,
  USERPROFILE: home,
  AWS_EC2_METADATA_DISABLED: 'true',
  // A proxy of this machine must not come between VS Code and the sandbox.
  NO_PROXY: [process.env['NO_PROXY'], '127.0.0.1', 'localhost'].filter(Boolean).join(','),
  ...more,
});

const handedDown = /^(AWS_|AMAZON_|AZURE_|DEFENDER_CONNECTORS_|npm_|NODE_OPTIONS$|VSCODE_|ELECTRON_|XDG_(CONFIG|DATA|CACHE|STATE)_HOME$)/i;

const ownVariables = (): Record<string, string> => {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !handedDown.test(name)) kept[name] = value;
  }
  return kept;
};
