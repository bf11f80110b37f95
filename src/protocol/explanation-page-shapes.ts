import type { ExplanationHostMessage, ExplanationPageMessage, ExplanationView } from './explanation';
import { diagnosticAction, explanation } from './explanation-shape';
import { problem } from './problem-shape';
import { fields, flag, nullable, oneOf, text, variant, type Shape } from './shape';

type MessageOf<K extends ExplanationPageMessage['kind']> = Extract<ExplanationPageMessage, { kind: K }>;

/** Checked by the page. */
export const isExplanationHostMessage: Shape<ExplanationHostMessage> = fields<ExplanationHostMessage>({
  kind: oneOf('view'),
  view: fields<ExplanationView>({ explanation, connector: nullable(text), decoding: flag, problem: nullable(problem) }),
});

/** Checked by the extension. */
export const isExplanationPageMessage: Shape<ExplanationPageMessage> = variant<ExplanationPageMessage>('kind', {
  ready: fields<MessageOf<'ready'>>({ kind: oneOf('ready') }),
  act: fields<MessageOf<'act'>>({ kind: oneOf('act'), action: diagnosticAction }),
  copy: fields<MessageOf<'copy'>>({ kind: oneOf('copy') }),
  explainOther: fields<MessageOf<'explainOther'>>({ kind: oneOf('explainOther') }),
});
