import tseslint from 'typescript-eslint';

/**
 * Which way imports may point, as a table: `docs/architecture.md` says why.
 * `layers` are the folders a room may import from besides itself, `packages` what it may load from outside.
 */
const rooms = [
  { room: 'src/core', layers: [], packages: ['yaml', 'ajv'] },
  { room: 'src/app', layers: ['src/core'], packages: [] },
  { room: 'src/protocol', layers: ['src/core'], packages: [] },
  { room: 'src/adapters', layers: ['src/core', 'src/app'], packages: ['@aws-sdk/*', '@smithy/*', '@azure/*', 'node:*'] },
  { room: 'src/server', layers: ['src/core', 'src/protocol'], packages: ['vscode-languageserver*', 'node:*'] },
  {
    room: 'src/extension',
    layers: ['src/core', 'src/app', 'src/adapters', 'src/protocol'],
    packages: ['vscode', 'vscode-languageclient', 'node:*'],
  },
  { room: 'src/cli', layers: ['src/core', 'src/app', 'src/adapters', 'src/server'], packages: ['commander', 'node:*'] },
  { room: 'webview', layers: ['src/protocol', 'src/core'], packages: [] },
  { room: 'sandbox', layers: ['src/core'], packages: ['yaml', 'node:*'] },
];

const allRooms = ['src/core', 'src/app', 'src/protocol', 'src/adapters', 'src/server', 'src/extension', 'src/cli', 'webview', 'sandbox'];

/** Packages by name, so that a room can ban all that it was not given. */
const allPackages = [
  'yaml', 'ajv', 'commander', 'vscode', 'vscode-languageclient', 'vscode-languageserver*',
  '@aws-sdk/*', '@smithy/*', '@azure/*', '@vscode/*', 'node:*',
  'fs', 'path', 'os', 'http', 'https', 'net', 'crypto', 'child_process', 'util', 'stream', 'url',
];

const layerRules = rooms.map(({ room, layers, packages }) => ({
  files: [`${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...allRooms
            .filter((other) => other !== room && !layers.includes(other))
            .map((other) => ({
              // Relative paths only: a room is reached by climbing out of one's own.
              regex: `^(\\.\\./)+${other.replace('src/', '(src/)?')}/`,
              message: `${room} may not import ${other}.`,
            })),
          ...allPackages
            .filter((name) => !packages.includes(name))
            .map((name) => ({ regex: `^${name.replaceAll('/', '\\/').replace('*', '.*')}(/.*)?$`, message: `${room} may not load ${name}.` })),
        ],
      },
    ],
  },
}));

/** Features of the extension do not know each other; they meet in `platform` and in `main.ts`. */
const features = ['azure', 'language', 'connectors', 'deployment', 'onboarding', 'explain', 'organization', 'health', 'coverage'];
const featureRules = features.map((feature) => ({
  files: [`src/extension/${feature}/**/*.ts`],
  rules: {
    'no-restricted-syntax': [
      'error',
      ...features
        .filter((other) => other !== feature)
        .map((other) => ({
          selector: `ImportDeclaration[source.value=/^\\.\\.\\/${other}\\//]`,
          message: `Feature ${feature} may not import feature ${other}.`,
        })),
    ],
  },
}));

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'out/', 'tools/host/node_modules/', 'src/core/lint/generated/', '.vscode-test/', 'examples/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'webview/**/*.ts', 'sandbox/**/*.ts'],
    rules: {
      complexity: ['error', 12],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  { files: ['sandbox/main.ts'], rules: { 'no-console': 'off' } },
  { files: ['tools/host/azure-sign-in/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  ...layerRules,
  ...featureRules,
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
  { files: ['webview/**/*.ts'], ignores: ['webview/toolkit.ts'], rules: {} },
  { files: ['webview/toolkit.ts'], rules: { 'no-restricted-imports': 'off' } },
);
