import type { PreviewRequest } from '../../app/preview-deployment';
import { limit } from '../../core/catalog/limit';
import { formatOf } from '../../core/document/format-of';
import { readDocument } from '../../core/document/read-document';
import { toConnector } from '../../core/document/to-connector';
import { toPlain } from '../../core/document/to-plain';
import { generateTemplate } from '../../core/generate/cloudformation';
import { lint } from '../../core/lint/lint';
import type { Connector } from '../../core/model/connector';
import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';
import type { TemplateText } from '../../core/plan/template-source';
import type { ConnectorSource } from './connector-source';

/** What to deploy: the template file that the connector names where there is one, else the template the generator makes now. */
export async function toPreviewRequest(source: ConnectorSource, generatorVersion: string): Promise<Result<PreviewRequest>> {
  const { fileName, text } = source;
  const errors = lint(text, fileName).filter(({ severity }) => severity === 'error');
  const connector = toConnector(readDocument(text, formatOf(fileName, text)));
  const [first] = errors;
  if (first || !connector) return err(unusable(fileName, errors.length, first?.message));

  const path = connector.deployment.template;
  const written = path === undefined ? undefined : await source.readBeside(path);
  return path !== undefined && written !== undefined
    ? fromFile(connector, path, written)
    : ok(generated(connector, generatorVersion));
}

function generated(connector: Connector, generatorVersion: string): PreviewRequest {
  const template = generateTemplate(connector, { generatorVersion, format: 'json' });
  const notes = template.unknown.map(({ reason, action }) => `${reason} ${action}`);
  return { connector, template, notes: ['The template was generated for this preview; there is no template file yet.', ...notes] };
}

function fromFile(connector: Connector, path: string, text: string): Result<PreviewRequest> {
  const { root, syntaxErrors } = readDocument(text, formatOf(path, text));
  const body = root && syntaxErrors.length === 0 ? toPlain(root) : undefined;
  if (!isRecord(body)) return err(unusable(path, syntaxErrors.length, syntaxErrors[0]?.message));
  const findings = lint(text, path).filter(({ severity }) => severity === 'error');
  const notes = [`The template is the file ${path}.`, ...findings.map(({ message }) => `In ${path}: ${message}`)];
  return ok({ connector, template: templateOf(text, body), notes });
}

const templateOf = (text: string, body: TemplateText['body']): TemplateText => ({
  text,
  body,
  bytes: new TextEncoder().encode(text).length,
  limit: limit('templateBodyBytes'),
  minified: false,
});

function unusable(fileName: string, errors: number, first: string | undefined): Problem {
  const name = fileName.split('/').at(-1) ?? fileName;
  const count = errors === 1 ? 'an error' : `${errors} errors`;
  return {
    code: 'invalidInput',
    message: errors === 0 ? `${name} cannot be used as it is.` : `${name} has ${count}: ${first ?? ''}`.trim(),
    action: 'Put the file right, its problems are marked in the editor, then preview again.',
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
