import { fileKind } from '../core/document/file-kind';
import { formatOf } from '../core/document/format-of';
import { lineIndex } from '../core/document/line-index';
import { readDocument } from '../core/document/read-document';
import { type RoleTokenVerdict, roleTokenVerdicts } from '../core/simulate/role-token-verdicts';
import { verdictSentence } from '../core/simulate/verdict-sentence';
import { relatedConnector } from '../server/related-connector';
import { exitCode, type ExitCode } from './exit-code';
import { localFiles } from './local-files';
import { readInput } from './read-input';
import type { Terminal } from './terminal';

interface SimulateOptions {
  readonly role?: string;
  readonly tenant?: string;
  readonly format: 'text' | 'json';
}

/** Prints for each role of a template what happens when Defender for Cloud assumes it. Asks nobody: the file tells. */
export async function simulateCommand(template: string, options: SimulateOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.tenant !== undefined && !tenantId.test(options.tenant)) {
    terminal.say(`Tenant ${options.tenant} is not a tenant id. Write it as 11111111-2222-4333-8444-555555555555.`);
    return exitCode.usage;
  }
  const read = await readInput(template);
  if (!read.ok) return terminal.fail(read.error);
  if (fileKind(template, read.value) !== 'template') {
    terminal.say(`${template} is not a CloudFormation template. Name the template of a connector.`);
    return exitCode.usage;
  }
  const document = readDocument(read.value, formatOf(template, read.value));
  const all = roleTokenVerdicts(document, await relatedConnector(template, localFiles), options.tenant);
  const chosen = options.role === undefined ? all : all.filter((verdict) => isNamed(verdict, options.role ?? ''));
  if (chosen.length === 0) {
    terminal.say(nothingChosen(template, all, options.role));
    return exitCode.findings;
  }
  if (options.format === 'json') terminal.print(JSON.stringify(chosen.map((verdict) => asJson(verdict, template, read.value)), null, 2));
  else terminal.print(chosen.map((verdict) => inWords(verdict, template, read.value)).join('\n'));
  return chosen.every(({ outcome }) => outcome === 'accepted') ? exitCode.clean : exitCode.findings;
}

const tenantId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const isNamed = ({ role, roleId, logicalId }: RoleTokenVerdict, name: string): boolean => [role, roleId, logicalId].includes(name);

function nothingChosen(template: string, all: readonly RoleTokenVerdict[], role: string | undefined): string {
  if (role === undefined || all.length === 0) return `${template} has no role that Defender for Cloud assumes with a token.`;
  return `${template} has no role ${role} that Defender for Cloud assumes with a token. It has ${all.map((one) => one.role).join(', ')}.`;
}

function inWords(verdict: RoleTokenVerdict, file: string, text: string): string {
  const { line, character } = lineIndex(text).positionAt((verdict.span ?? verdict.place).start);
  return `${file}:${line + 1}:${character + 1} ${verdict.role}: ${verdictSentence(verdict)}`;
}

function asJson(verdict: RoleTokenVerdict, file: string, text: string): object {
  const { role, roleId, logicalId, outcome, reason, token, providerIsHere, span, place } = verdict;
  const lines = lineIndex(text);
  const at = span ?? place;
  const range = { start: lines.positionAt(at.start), end: lines.positionAt(at.end) };
  return { file, role, roleId, logicalId, outcome, reason, token: { ...token, session: token.session ?? null }, providerIsHere, range };
}
