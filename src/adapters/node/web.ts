import type { WebPort } from '../../app/ports';
import { limit } from '../../core/catalog/limit';
import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';
import { addressMistake } from '../../core/plan/template-address';

/** Milliseconds for an answer and all of its text. */
const patience = 30_000;
const mostRedirects = 5;

/** Reads what is open to all: no cookie, no key, and no address that is not as safe as the one that was asked for. */
export const web: WebPort = {
  async read(address, signal) {
    try {
      return await readFrom(address, AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])]));
    } catch (error) {
      if (signal?.aborted) return err({ code: 'cancelled', message: `Reading ${shown(address)} was cancelled.` });
      return err(unreachable(address, error));
    }
  },
};

async function readFrom(address: string, signal: AbortSignal, redirects = mostRedirects): Promise<Result<string>> {
  const answer = await fetch(address, { signal, redirect: 'manual', credentials: 'omit', headers: { accept: 'application/json, application/yaml, text/plain, */*' } });
  const next = answer.headers.get('location');
  if (answer.status >= 300 && answer.status < 400 && next !== null) {
    await answer.body?.cancel();
    const target = new URL(next, address).toString();
    if (redirects === 0 || addressMistake(target) !== undefined) return err(refused(address, `it leads on to ${shown(target)}, which is not followed`));
    return readFrom(target, signal, redirects - 1);
  }
  if (!answer.ok) {
    await answer.body?.cancel();
    return err(refused(address, `it answers ${answer.status} ${answer.statusText}`.trimEnd()));
  }
  return readText(address, answer);
}

/** No more than CloudFormation takes: whatever lies there may be endless. */
async function readText(address: string, { body }: Response): Promise<Result<string>> {
  const most = limit('templateUrlBytes');
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.length;
    if (bytes > most) return err(refused(address, `it has more than the ${most.toLocaleString('en-US')} bytes that CloudFormation takes`));
    parts.push(part);
  }
  return ok(new TextDecoder().decode(Buffer.concat(parts)));
}

const refused = (address: string, why: string): Problem => ({
  code: 'unreadable',
  message: `No template can be read from ${shown(address)}: ${why}.`,
  action: 'Check the address, or download the template and give the file.',
});

const unreachable = (address: string, error: unknown): Problem => ({
  code: 'network',
  message: `No template can be read from ${shown(address)}: ${reason(error)}.`,
  action: 'Check the address and the network, or download the template and give the file.',
});

/** `fetch` hides why it failed in the cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `there was no answer within ${patience / 1_000} seconds`;
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** Without what may be a signature. */
const shown = (address: string) => address.replace(/[?#].*$/, '');
