import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Json } from '../../json';
import { validationError } from '../../service-error';

/** Reads YAML with CloudFormation's short tags: `!Sub x` becomes `{ "Fn::Sub": "x" }`. */
export function parseYaml(text: string): Json {
  const document = parseDocument(text, { logLevel: 'silent' });
  const [error] = document.errors;
  if (error) {
    const { line = 1, col = 1 } = error.linePos?.[0] ?? {};
    throw validationError(`Template format error: YAML not well-formed. (line ${line}, column ${col})`);
  }
  return document.contents ? toJson(document.contents, document) : null;
}

function toJson(node: Node, document: Document): Json {
  const value = plainJson(node, document);
  const name = /^!([A-Za-z]\w*)$/.exec(node.tag ?? '')?.[1];
  return name ? { [longName(name)]: value } : value;
}

function plainJson(node: Node, document: Document): Json {
  if (isAlias(node)) {
    const target = node.resolve(document);
    return target ? toJson(target, document) : null;
  }
  if (isSeq(node)) return node.items.map((item) => toJson(item as Node, document));
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map((pair) => [
        isScalar(pair.key) ? String(pair.key.value) : String(pair.key),
        pair.value ? toJson(pair.value as Node, document) : null,
      ]),
    );
  }
  return isScalar(node) ? scalarJson(node.value) : null;
}

const scalarJson = (value: unknown): Json =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

/** `Ref` and `Condition` keep their names, the others get `Fn::`. */
const longName = (name: string): string => (name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`);
