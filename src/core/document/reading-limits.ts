/** What no honest file reaches. Readers stop there, so that a hostile file cannot exhaust stack, memory or patience. */
export const readingLimits = {
  /** Levels of maps and sequences inside each other, aliases followed. */
  depth: 200,
  /** Values in the whole file, each alias counted as all that it stands for. */
  values: 1_000_000,
  /** Signs, words and line ends of a YAML file: 1 MB of template has a third. */
  lexemes: 600_000,
  /** Syntax errors that are told; the rest mostly follows from these. */
  syntaxErrors: 20,
} as const;
