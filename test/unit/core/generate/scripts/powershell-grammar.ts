import { Language, Parser, type Node } from '@vscode/tree-sitter-wasm';

/** A script as PowerShell's grammar sees it. */
export interface PowershellScript {
  /** Places that are no PowerShell. */
  readonly mistakes: readonly string[];
  /** Calls of commands, with the names of their parameters. */
  readonly calls: readonly { readonly command: string; readonly parameters: readonly string[] }[];
  /** Names of variables that are given a value, and of those that are read, in small letters: PowerShell takes them as the same. */
  readonly given: ReadonlySet<string>;
  readonly read: ReadonlySet<string>;
}

/** The grammar by which VS Code colours PowerShell. */
export async function powershellReader(): Promise<(script: string) => PowershellScript> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm')));
  return (script) => {
    const tree = parser.parse(script);
    if (!tree) throw new Error('The parser gave nothing.');
    const nodes = [...descend(tree.rootNode)];
    const read = describe(script, nodes);
    tree.delete();
    return read;
  };
}

function describe(script: string, nodes: readonly Node[]): PowershellScript {
  const variables = nodes.filter(({ type }) => type === 'variable');
  return {
    mistakes: nodes.filter(({ isError, isMissing }) => isError || isMissing).map(({ text, startPosition }) => `line ${startPosition.row + 1}: ${text.slice(0, 80)}`),
    calls: nodes.filter(({ type }) => type === 'command').flatMap((node) => {
      const command = node.childForFieldName('command_name');
      // What stands behind an ampersand is a block, whose commands come by themselves.
      return command?.type !== 'command_name' ? [] : [{ command: command.text, parameters: [...descend(node)].filter((each) => each.type === 'command_parameter' && callOf(each)?.id === node.id).map(({ text }) => text) }];
    }),
    given: new Set(variables.filter(isGiven).map((node) => nameOf(node, script))),
    read: new Set(variables.filter((node) => !isGiven(node)).map((node) => nameOf(node, script))),
  };
}

function* descend(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (child) yield* descend(child);
}

const callOf = (node: Node): Node | null => (node.type === 'command' || node.parent === null ? node : callOf(node.parent));

/** An assignment's left side, or a parameter of a function. */
const isGiven = ({ parent }: Node): boolean =>
  parent !== null && (parent.type === 'script_parameter' || parent.type === 'left_assignment_expression' || (parent.childCount === 1 && isGiven(parent)));

/** Without braces a name goes on over question marks and colons, which the grammar for colours leaves out. */
function nameOf({ text, endIndex }: Node, script: string): string {
  const braced = /^\$\{(.*)\}$/.exec(text)?.[1];
  return (braced ?? `${text.slice(1)}${/^[?:]*/.exec(script.slice(endIndex))?.[0] ?? ''}`).toLowerCase();
}
