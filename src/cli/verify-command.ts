import { version } from '../../package.json';
import { readRequest } from '../app/verification/read-request';
import { verifyConnector } from '../app/verification/verify-connector';
import type { VerificationReport } from '../core/model/verification';
import { verificationMarkdown } from '../core/report/verification/markdown';
import { verificationSarif } from '../core/report/verification/sarif';
import { verificationText } from '../core/report/verification/text';
import { connectionOf } from './connect';
import { exitCode, type ExitCode } from './exit-code';
import { withInterrupts } from './interrupts';
import { readInput } from './read-input';
import type { Terminal } from './terminal';

export const verificationFormats = ['text', 'json', 'sarif', 'markdown'] as const;

interface VerifyOptions {
  readonly profile?: string;
  readonly region?: string;
  readonly format: (typeof verificationFormats)[number];
}

/** Looks at the connector's AWS account and says what is wrong with the connection. Changes nothing. */
export const verifyCommand = (path: string, options: VerifyOptions, terminal: Terminal): Promise<ExitCode> =>
  withInterrupts(async (signal) => {
    const text = await readInput(path);
    if (!text.ok) return terminal.fail(text.error);
    const request = readRequest(path, text.value);
    if (!request.ok) return terminal.fail(request.error);
    const { createVerificationPorts } = await import('../adapters/aws/verification/index');
    const ports = createVerificationPorts(await connectionOf(options.profile, options.region ?? request.value.connector.deployment.region, terminal));
    const verified = await verifyConnector(ports, request.value, { signal, report: progressOf(terminal) });
    clearProgress(terminal);
    if (!verified.ok) return terminal.fail(verified.error);
    terminal.print(inFormat(verified.value, path, options.format));
    return codes[verified.value.state];
  });

function inFormat(report: VerificationReport, path: string, format: VerifyOptions['format']): string {
  if (format === 'json') return JSON.stringify(report, null, 2);
  if (format === 'sarif') return verificationSarif(report, path, version);
  return format === 'markdown' ? verificationMarkdown(report) : verificationText(report);
}

/** What is not known is neither clean nor a finding. */
const codes: Readonly<Record<VerificationReport['state'], ExitCode>> = {
  healthy: exitCode.clean,
  degraded: exitCode.findings,
  unhealthy: exitCode.findings,
  unknown: exitCode.impossible,
};

/** One line that rewrites itself, where a person looks on. */
const progressOf = ({ stderr }: Terminal) => ({ done, total, what }: { readonly done: number; readonly total: number; readonly what: string }): void => {
  if (stderr.isTTY === true) stderr.write(`\r\u001b[K${done} of ${total}: ${what}`);
};

const clearProgress = ({ stderr }: Terminal): void => {
  if (stderr.isTTY === true) stderr.write('\r\u001b[K');
};
