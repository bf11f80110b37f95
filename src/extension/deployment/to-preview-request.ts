import type { PreviewRequest } from '../../app/preview/preview-deployment';
import { formatOf } from '../../core/document/format-of';
import type { LocatedDocument } from '../../core/document/located';
import { readDocument } from '../../core/document/read-document';
import { toConnector } from '../../core/document/to-connector';
import { toPlain } from '../../core/document/to-plain';
import { lint } from '../../core/lint/lint';
import type { Connector } from '../../core/model/connector';
import type { Problem } from '../../core/model/problem';
import { err, ok, type Result } from '../../core/model/result';
import type { TemplateText } from '../../core/plan/template-source';
import { templateText } from '../../core/plan/template-text';
import type { GenerateAnswer } from '../../protocol/server-requests';
import type { ConnectorSource } from './connector-source';

/** What to deploy: the template file that the connector names where there is one, since that is what was reviewed, else a generated one. */
export async function toPreviewRequest(source: ConnectorSource): Promise<Result<PreviewRequest>> {
  const { fileName, text } = source;
  const errors = lint(text, fileName).filter(({ severity }) => severity === 'error');
  const connector = toConnector(readDocument(text, formatOf(fileName, text)));
  const [first] = errors;
  if (first || !connector) return err(unusable(fileName, errors.length, first?.message));

  const generated = await source.generate();
  const path = connector.deployment.template;
  const written = path === undefined ? undefined : await source.readBeside(path);
  if (path !== undefined && written !== undefined) return fromFile(connector, path, { written, generated });
  if (path !== undefined && connector.deployment.templateFrom === 'portal') return err(unusable(fileName, 0, `The portal's template ${path} is not there.`));
  return generated.ok ? fromGenerator(connector, generated) : err(unusable(fileName, 0, generated.message));
}

function fromGenerator(connector: Connector, answer: Extract<GenerateAnswer, { ok: true }>): Result<PreviewRequest> {
  const { text, format, unknown } = answer;
  const body = bodyOf(readDocument(text, format));
  if (!body) throw new Error('The generated template cannot be read.');
  const notes = ['There is no template file yet: this is a template made now.', ...unknown];
  return ok({ connector, template: templateOf(text, body, connector), notes });
}

interface BothTemplates {
  readonly written: string;
  readonly generated: GenerateAnswer;
}

function fromFile(connector: Connector, path: string, { written, generated }: BothTemplates): Result<PreviewRequest> {
  const document = readDocument(written, formatOf(path, written));
  const body = bodyOf(document);
  if (!body) return err(unusable(path, document.syntaxErrors.length, document.syntaxErrors[0]?.message));
  const same = generated.ok && generated.text === written;
  const notes = [
    same ? `The template is the file ${path}.` : connector.deployment.templateFrom === 'portal' ? `The template is the file ${path}, which was downloaded from the portal.` : `The template is the file ${path} as it is; generated now it would differ.`,
    ...(same ? generated.unknown : []),
    ...lint(written, path).filter(({ severity }) => severity === 'error').map(({ message }) => `In ${path}: ${message}`),
  ];
  return ok({ connector, template: templateOf(written, body, connector), notes });
}

function bodyOf({ root, syntaxErrors }: LocatedDocument): TemplateText['body'] | undefined {
  const plain = root && syntaxErrors.length === 0 ? toPlain(root) : undefined;
  return isRecord(plain) ? plain : undefined;
}

const templateOf = (text: string, body: TemplateText['body'], { deployment }: Connector): TemplateText => ({
  ...templateText(text, body),
  url: deployment.templateUrl,
  byUrl: deployment.templateUrl !== undefined,
});

function unusable(fileName: string, errors: number, first: string | undefined): Problem {
  const name = fileName.split('/').at(-1) ?? fileName;
  const count = errors === 1 ? 'an error' : `${errors} errors`;
  return {
    code: 'invalidInput',
    message: errors === 0 ? (first ?? `${name} cannot be used as it is.`) : `${name} has ${count}: ${first ?? ''}`.trim(),
    action: 'Put the file right, its problems are marked in the editor, then preview again.',
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
