const connector = `name: contoso
account:
  id: "123456789012"
azure:
  tenant: 11111111-2222-4333-8444-555555555555
  subscription: 66666666-7777-4888-9999-000000000000
  resourceGroup: rg
  location: eastus
`;

/** Texts that a connector file can hold by mistake or by malice. None may cost an exception, a hang or a lost byte. */
export const badInputs: Readonly<Record<string, string>> = {
  empty: '',
  'only white space': ' \n\t\n',
  binary: String.fromCharCode(...Array.from({ length: 2048 }, (_, index) => (index * 7919) % 256)),
  'lone surrogates': `${connector}note: "\uD800 \uDC00"\n`,
  '5 MB': `${connector}${'# padding of a file that is far too long\n'.repeat(125_000)}`,
  '5 MB on one line': `name: ${'x'.repeat(5_000_000)}`,
  'cyclic alias': 'name: &a\n  b: *a\naccount: *a\n',
  'aliases that multiply': `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'.split('').map((key, index) => `${key}: &${key} [${`*${'abcdefghi'[index]},`.repeat(9)}]`).join('\n')}\n`,
  'nested 10,000 deep': `name: ${'['.repeat(10_000)}${']'.repeat(10_000)}`,
  'maps nested 10,000 deep': `${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`,
  'indented 10,000 deep': Array.from({ length: 10_000 }, (_, depth) => `${' '.repeat(depth % 500)}k${depth}:`).join('\n'),
  'CR LF': connector.replaceAll('\n', '\r\n'),
  'byte order mark': `\uFEFF${connector}`,
  'indented by tabs': connector.replaceAll('  ', '\t'),
  'duplicate keys': `${connector}name: again\naccount: { id: "123456789012" }\n`,
  'half-typed key': `${connector}pla`,
  'half-typed flow map': `${connector}plans:\n  servers: { tier: P2, age`,
  'half-typed quote': `${connector}access: "leas`,
  'several documents': `${connector}---\n${connector}`,
  'not a map': '- a\n- b\n',
  'only a number': '12',
  'keys of the prototype': '__proto__: { polluted: true }\nconstructor: 1\ntoString: 2\n',
  'unknown tag': `${connector}access: !Danger x\n`,
  'merge key': `base: &b { name: a }\n<<: *b\n${connector}`,
};

export const wellFormedConnector = connector;
