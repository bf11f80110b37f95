import type { DiagnosticAction } from '../core/catalog/diagnostics';
import type { Explanation } from '../core/diagnose/explanation';
import { fields, list, nullable, oneOf, record, text, type Shape } from './shape';

export const diagnosticAction: Shape<DiagnosticAction> = oneOf(
  'preview', 'generateTemplate', 'openTemplate', 'openConnector', 'chooseProfile', 'continueRollback', 'deleteStack', 'drift', 'decode', 'signIn',
);

export const explanation: Shape<Explanation> = fields<Explanation>({
  id: nullable(text),
  about: nullable(oneOf('cloudFormation', 'stackSet', 'aws', 'azure', 'sts', 'health', 'file')),
  severity: oneOf('error', 'warning', 'information'),
  title: text,
  cause: text,
  steps: list(text),
  hazard: nullable(text),
  note: nullable(text),
  actions: list(diagnosticAction),
  commands: list(text),
  basis: nullable(oneOf('documented', 'reported', 'inferred', 'secondary')),
  sources: list(text),
  checked: nullable(text),
  form: oneOf('text', 'commandLine', 'cloudTrail', 'arm', 'stackEvent', 'stackInstance', 'json'),
  message: text,
  values: record(text),
});
