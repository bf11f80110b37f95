import { limit } from '../../core/catalog/limit';
import { formatOf } from '../../core/document/format-of';
import { readDocument } from '../../core/document/read-document';
import { toPlain } from '../../core/document/to-plain';
import { s3ObjectOf } from '../../core/generate/s3-address';
import { lint } from '../../core/lint/lint';
import type { Finding } from '../../core/model/finding';
import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';
import { addressMistake, isAddress } from '../../core/plan/template-address';
import { isJson, type TemplateBody } from '../../core/plan/template-body';
import { utf8Bytes } from '../../core/plan/template-source';
import { templateText } from '../../core/plan/template-text';
import type { Control } from '../control';
import type { BucketsPort, FilesPort, WebPort } from '../ports';
import type { PreviewRequest } from './preview-deployment';

/** Where another template can be read from. */
export interface TemplateSources {
  readonly files: Pick<FilesPort, 'read'>;
  readonly web: WebPort;
  /** With the keys of the profile that deploys: most templates in S3 are not for everybody. */
  readonly buckets: Pick<BucketsPort, 'get'>;
  readonly accountId: string;
  /** Whether a template with these errors is to be taken all the same; without it, it is not. */
  readonly agrees?: (mistake: Problem) => Promise<boolean>;
}

/**
 * The same request with the template of a file or of an address in place of the connector's. It is linted before AWS is
 * asked; with errors it is taken only when somebody agrees. The stack keeps all parameters that the template has, too.
 */
export async function overrideTemplate(request: PreviewRequest, from: string, sources: TemplateSources, { signal }: Control = {}): Promise<Result<PreviewRequest>> {
  const text = isAddress(from) ? await readAddress(from, sources, signal) : await sources.files.read(from);
  if (!text.ok) return text;
  const checked = check(from, text.value);
  if (!checked.ok) return checked;
  const { body, findings, mistake } = checked.value;
  if (mistake && !(await sources.agrees?.(mistake))) return err(mistake);
  const template = templateText(text.value, body);
  return ok({
    ...request,
    // CloudFormation reads from S3 alone.
    template: s3ObjectOf(from) ? { ...template, url: from } : template,
    keepValues: true,
    notes: [`The template is ${shown(from)}, in place of the connector's own. The connector file stays as it is.`, ...findings],
  });
}

interface CheckedText {
  readonly body: TemplateBody;
  /** Errors and warnings, as sentences. */
  readonly findings: readonly string[];
  readonly mistake: Problem | undefined;
}

function check(from: string, text: string): Result<CheckedText> {
  if (utf8Bytes(text) > limit('templateUrlBytes')) return err(tooLarge(from));
  const name = nameOf(from);
  const { root, syntaxErrors } = readDocument(text, formatOf(name, text));
  const placed = ({ message, span }: Pick<Finding, 'message' | 'span'>) => ({ message, line: text.slice(0, span.start).split('\n').length });
  if (syntaxErrors.length > 0) return err(mistakes(from, syntaxErrors.map(placed)));
  const body = root && toPlain(root);
  if (!isJson(body) || !isJson(body['Resources'])) return err(noTemplate(from));
  const findings = lint(text, name).filter(({ severity }) => severity === 'error' || severity === 'warning');
  const errors = findings.filter(({ severity }) => severity === 'error').map(placed);
  return ok({
    body,
    findings: findings.map(placed).map(({ message, line }) => `In ${name}, line ${line}: ${message}`),
    mistake: errors.length > 0 ? mistakes(from, errors) : undefined,
  });
}

/** Keys are used for S3 only, and only where the address brings no signature of its own; what they may not read may be open to all. */
async function readAddress(address: string, { web, buckets, accountId }: TemplateSources, signal?: AbortSignal): Promise<Result<string>> {
  const mistake = addressMistake(address);
  if (mistake !== undefined) return err({ code: 'invalidInput', message: `${shown(address)} is no address to read a template from.`, action: mistake });
  const object = s3ObjectOf(address);
  if (!object) return web.read(address, signal);
  const own = await buckets.get({ name: object.bucket, accountId }, { key: object.key, mostBytes: limit('templateUrlBytes') + 1 }, signal);
  if (own.ok || signal?.aborted) return own;
  const open = await web.read(address, signal);
  return open.ok ? open : own;
}

/** As lint knows the file's kind: what is no ending of a template is left away. */
function nameOf(from: string): string {
  const name = from.replace(/[?#].*$/, '').split(/[\\/]/).at(-1) ?? '';
  return /\.(ya?ml|json|template|cfn)$/i.test(name) ? name : 'template';
}

function mistakes(from: string, all: readonly { readonly message: string; readonly line: number }[]): Problem {
  const [first] = all;
  return {
    code: 'invalidInput',
    message: `${shown(from)} has ${all.length === 1 ? 'an error' : `${all.length} errors`}, ${all.length === 1 ? '' : 'the first '}in line ${first?.line}: ${first?.message}`,
    action: 'Put the template right, or suppress in it what is meant so, then preview again.',
  };
}

const tooLarge = (from: string): Problem => ({
  code: 'invalidInput',
  message: `${shown(from)} has more than the ${limit('templateUrlBytes').toLocaleString('en-US')} bytes that CloudFormation reads at most.`,
  action: 'Name a smaller template.',
});

const noTemplate = (from: string): Problem => ({
  code: 'invalidInput',
  message: `${shown(from)} is not a CloudFormation template: it has no Resources.`,
  action: 'Name a template in JSON or YAML.',
});

/** A signature in an address is a key: it is not shown. */
const shown = (from: string): string => (isAddress(from) ? from.replace(/[?#].*$/, '') : from);
