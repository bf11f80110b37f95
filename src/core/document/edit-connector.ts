import { Document, isMap, isScalar, isSeq, parseDocument, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { isJsonObject, own, sameJson, type Json, type JsonObject } from '../model/json';
import { keyOrder } from './key-order';
import { readDocument } from './read-document';
import { toPlain } from './to-plain';

export interface ConnectorEdit {
  /** What the file said when the edit began. */
  readonly before: JsonObject;
  /** What it shall say. */
  readonly after: JsonObject;
}

/**
 * Writes the difference between `before` and `after` into a connector file. All else stays: comments, the order of keys,
 * quotes, keys that nobody asked about. The text must be readable; an empty one becomes a new file.
 */
export function editConnector(text: string, format: 'yaml' | 'json', { before, after }: ConnectorEdit): string {
  if (text !== '' && sameJson(before, after)) return text;
  return format === 'json' ? editJson(text, before, after) : editYaml(text, before, after);
}

function editYaml(text: string, before: JsonObject, after: JsonObject): string {
  const document = text.trim() === '' ? new Document({}) : parseDocument(text);
  if (!isMap(document.contents)) document.contents = document.createNode({});
  if (isMap(document.contents)) editMap(document, document.contents, { before, after, path: [] });
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: !/[{[]\w/.test(text) });
  const withMark = text.startsWith('\uFEFF') && !written.startsWith('\uFEFF') ? `\uFEFF${written}` : written;
  return text.includes('\r\n') ? withMark.replace(/\r?\n/g, '\r\n') : withMark;
}

interface MapEdit {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly path: readonly string[];
}

function editMap(document: Document, map: YAMLMap, { before, after, path }: MapEdit): void {
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) removeEntry(map, key);
  for (const [key, value] of Object.entries(after)) {
    const old = own(before, key);
    if (old !== undefined && sameJson(old, value)) continue;
    editEntry(document, map, { key, old, value, path });
  }
}

interface EntryEdit {
  readonly key: string;
  readonly old: Json | undefined;
  readonly value: Json;
  readonly path: readonly string[];
}

function editEntry(document: Document, map: YAMLMap, entry: EntryEdit): void {
  const { key, old, value, path } = entry;
  const node = map.get(key, true);
  if (isMap(node) && isJsonObject(value)) {
    editMap(document, node, { before: isJsonObject(old) ? old : {}, after: value, path: [...path, key] });
  } else if (isSeq(node) && Array.isArray(value)) {
    editList(document, node, value);
  } else if (isScalar(node) && (typeof value !== 'object' || value === null)) {
    if (typeof node.value !== typeof value) delete node.type;
    node.value = value;
  } else {
    putEntry(document, map, entry);
  }
}

/** Items that stay keep their comments. */
function editList(document: Document, list: YAMLSeq, value: readonly Json[]): void {
  const kept = [...list.items];
  list.items = value.map((item) => {
    const at = kept.findIndex((node) => isScalar(node) && node.value === item);
    return at < 0 ? document.createNode(item) : kept.splice(at, 1)[0];
  });
}

function putEntry(document: Document, map: YAMLMap, { key, value, path }: EntryEdit): void {
  const old = map.get(key, true);
  const pair = document.createPair(key, isJsonObject(value) ? {} : value);
  if (isJsonObject(value) && isMap(pair.value)) editMap(document, pair.value, { before: {}, after: value, path: [...path, key] });
  const at = map.items.findIndex((item) => nameOf(item) === key);
  const present = map.items[at];
  if (present) {
    if (isScalar(old) && isMap(pair.value)) pair.value.commentBefore = old.comment ?? null;
    present.value = pair.value;
    return;
  }
  map.items.splice(placeFor(map, key, path), 0, pair);
}

/** A new key stands behind the last of those that the schema names before it. */
function placeFor(map: YAMLMap, key: string, path: readonly string[]): number {
  const order = keyOrder(path);
  const rank = order.indexOf(key);
  if (rank < 0) return map.items.length;
  return map.items.findLastIndex((item) => {
    const other = order.indexOf(nameOf(item));
    return other >= 0 && other < rank;
  }) + 1;
}

/** The comment above a key that goes moves to the next one: it may speak of more than the key. */
function removeEntry(map: YAMLMap, key: string): void {
  const at = map.items.findIndex((item) => nameOf(item) === key);
  const [removed] = at < 0 ? [] : map.items.splice(at, 1);
  if (!removed || !isScalar(removed.key) || !removed.key.commentBefore) return;
  const next = map.items[at]?.key;
  if (isScalar(next)) next.commentBefore = joined(removed.key.commentBefore, next.commentBefore);
  else map.comment = joined(map.comment, removed.key.commentBefore);
}

const joined = (...comments: readonly (string | null | undefined)[]): string => comments.filter(Boolean).join('\n');

const nameOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

function editJson(text: string, before: JsonObject, after: JsonObject): string {
  const { root } = readDocument(text, 'json');
  const written = root ? toPlain(root) : {};
  const edited = merge(isJsonObject(written) ? written : {}, { before, after, path: [] });
  const indent = /^[{[]\s*?\n([ \t]+)/.exec(text)?.[1] ?? '  ';
  const lines = `${JSON.stringify(edited, null, indent)}\n`;
  return text.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : lines;
}

function merge(written: JsonObject, { before, after, path }: MapEdit): JsonObject {
  const entries = Object.entries(written).filter(([key]) => !Object.hasOwn(before, key) || Object.hasOwn(after, key));
  const order = keyOrder(path);
  for (const [key, value] of Object.entries(after)) {
    const old = own(before, key);
    if (old !== undefined && sameJson(old, value)) continue;
    const at = entries.findIndex(([name]) => name === key);
    const present = entries[at]?.[1];
    if (isJsonObject(present) && isJsonObject(value)) {
      entries[at] = [key, merge(present, { before: isJsonObject(old) ? old : {}, after: value, path: [...path, key] })];
    } else if (at >= 0) {
      entries[at] = [key, value];
    } else {
      const rank = order.indexOf(key);
      const last = entries.findLastIndex(([name]) => order.includes(name) && order.indexOf(name) < rank);
      const ordered = isJsonObject(value) ? merge({}, { before: {}, after: value, path: [...path, key] }) : value;
      entries.splice(rank < 0 ? entries.length : last + 1, 0, [key, ordered]);
    }
  }
  return Object.fromEntries(entries);
}
