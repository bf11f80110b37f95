/** Names that break out of quotes, comments or lines where a script does not hold them. */
export const hostileTexts: readonly string[] = [
  '', ' ', "it's", '"', '$(touch pwned)', '`touch pwned`', '${HOME}', '%PATH%', '\\', "\\'", "'; touch pwned; '", 'a\nb', 'a\r\nb\n',
  '\u2018quoted\u2019 \u201a\u201b', '# no comment', '--flag', '-x', '!history', '~root', '*', 'a\tb', 'größer 🙂', '\u2028\u2029\u0085', "@'\n'@", '\x1b[31m',
  "CONNECTOR\nCONNECTOR", '\x7f', 'file:///etc/passwd', '{0}', '$null',
];
