import { PassThrough } from 'node:stream';
import { createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter, type ServerCapabilities } from 'vscode-languageserver/node';
import { startServer } from '../../../src/server/start-server';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A client that says what no library would let it say. */
export interface RawClient {
  readonly capabilities: ServerCapabilities;
  /** All that the server said by itself. */
  readonly heard: readonly Message[];
  /** What comes back, be it a result or an error. */
  request(method: string, params?: unknown): Promise<Message> & { readonly id: number };
  notify(method: string, params?: unknown): void;
  bytes(text: string): void;
  /** Waits until the server has said something. */
  until(isIt: (message: Message) => boolean): Promise<Message>;
}

export async function startRaw(): Promise<RawClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(ProposedFeatures.all, new StreamMessageReader(toServer), new StreamMessageWriter(toClient)));
  const heard: Message[] = [];
  const answers = new Map<number, (message: Message) => void>();
  const waiting = new Set<() => void>();
  new StreamMessageReader(toClient).listen((message: Message & { readonly jsonrpc: string }) => {
    if (message.method === undefined && typeof message.id === 'number') answers.get(message.id)?.(message);
    else heard.push(message);
    waiting.forEach((look) => look());
  });
  let last = 0;
  const bytes = (text: string) => void toServer.write(text);
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    bytes(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const client = {
    heard,
    bytes,
    notify: (method: string, params?: unknown) => send({ method, params }),
    request(method: string, params?: unknown) {
      const id = ++last;
      const answer = new Promise<Message>((resolve) => answers.set(id, resolve));
      send({ id, method, params });
      return Object.assign(answer, { id });
    },
    until: (isIt: (message: Message) => boolean) =>
      new Promise<Message>((resolve) => {
        const look = () => {
          const found = heard.find(isIt);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
  const { result } = await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  client.notify('initialized', {});
  return { ...client, capabilities: (result as { capabilities: ServerCapabilities }).capabilities };
}
