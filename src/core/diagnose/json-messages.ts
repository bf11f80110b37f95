import type { ErrorForm, ErrorMessage } from './error-message';
import { named, textMessage } from './text-message';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The messages of a JSON document: events of a stack by time, the failed first; of an ARM error the innermost first; else
 * as they stand.
 */
export function jsonMessages(json: object): readonly ErrorMessage[] {
  const found: Found[] = [];
  collect(json, found);
  const failed = found.filter(({ failed: is }) => is);
  const ordered = failed.length > 0 ? failed : found;
  return [...ordered].sort((a, b) => a.time.localeCompare(b.time) || b.depth - a.depth).map(({ message }) => message);
}

interface Found {
  readonly message: ErrorMessage;
  readonly depth: number;
  readonly time: string;
  /** A failed event, which goes before those that succeeded. */
  readonly failed: boolean;
}

/** Deep or large beyond this is somebody's mischief. */
const limits = { depth: 40, nodes: 20_000 };

/** With a list of its own instead of recursion: the depth of the document is not ours to choose. */
function collect(root: object, found: Found[]): void {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let seen = 0; open.length > 0 && seen < limits.nodes; seen += 1) {
    const { value, depth } = open.shift() ?? { value: undefined, depth: 0 };
    if (typeof value !== 'object' || value === null || depth > limits.depth) continue;
    const message = messageOf(value);
    if (message) found.push({ ...message, depth });
    for (const part of Object.values(value)) {
      const inner: unknown = typeof part === 'string' ? innerJson(part) : part;
      if (typeof inner === 'object') open.push({ value: inner, depth: depth + 1 });
    }
  }
}

const messageOf = (value: object) =>
  Array.isArray(value) ? undefined : readers.map((read) => read({ ...value })).find((each) => each !== undefined);

/** ARM puts the answer of one service as a text into that of another. */
function innerJson(text: string): unknown {
  if (!/^\s*[{[]/.test(text) || text.length > 200_000) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Reader = (fields: Fields) => Omit<Found, 'depth'> | undefined;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

const inner = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});

/** Which fields hold a message depends on who wrote the document. The first that finds one has it. */
const readers: readonly Reader[] = [
  (event) => {
    const reason = text(event['ResourceStatusReason']);
    if (reason === undefined) return undefined;
    const time = text(event['Timestamp']) ?? '';
    const isFailure = (text(event['ResourceStatus']) ?? '').endsWith('_FAILED') && !/^Resource \w+ cancelled/.test(reason);
    return found('stackEvent', reason, { resourceId: text(event['LogicalResourceId']), resourceType: text(event['ResourceType']), time }, { time, failed: isFailure });
  },
  (event) => {
    const [code, message] = [text(event['errorCode']), text(event['errorMessage'])];
    if (code === undefined || text(event['eventSource']) === undefined) return undefined;
    const time = text(event['eventTime']) ?? '';
    return found(
      'cloudTrail',
      message === undefined ? code : `${code}: ${message}`,
      {
        code,
        operation: text(event['eventName']),
        principal: text(inner(event['userIdentity'])['arn']),
        account: text(event['recipientAccountId']),
        region: text(event['awsRegion']),
        time,
      },
      { time },
    );
  },
  (instance) => {
    const reason = text(instance['StatusReason']);
    return reason === undefined ? undefined : found('stackInstance', reason, { account: text(instance['Account']), region: text(instance['Region']) });
  },
  (issue) => {
    const name = text(issue['issueName']);
    return name === undefined ? undefined : found('json', [name, text(issue['issueKey'])].filter(Boolean).join(' '), {});
  },
  (error) => {
    const message = text(error['message']) ?? text(error['Message']) ?? text(error['errorMessage']);
    const code = text(error['code']) ?? text(error['Code']) ?? text(error['__type']);
    if (message === undefined || (code === undefined && Object.keys(error).length > 4)) return undefined;
    if (innerJson(message) !== undefined) return undefined;
    return found('code' in error ? 'arm' : 'json', code === undefined ? message : `${code}: ${message}`, { code });
  },
];

function found(form: ErrorForm, message: string, values: Fields, rest: { readonly time?: string; readonly failed?: boolean } = {}) {
  const { form: inProse, values: told } = textMessage(message);
  const strings = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, text(value)]));
  return {
    message: { form: inProse === 'stackInstance' ? inProse : form, text: message, values: { ...told, ...named(strings) } },
    time: rest.time ?? '',
    failed: rest.failed ?? false,
  };
}
