import { formatOf } from '../core/document/format-of';
import { readDocument } from '../core/document/read-document';
import { toPlain } from '../core/document/to-plain';
import { fromArmBody } from '../core/import/from-arm-body';
import { toConnectorText } from '../core/import/to-connector-text';
import { unknownTenant } from '../core/import/unknown-tenant';
import { isJsonObject } from '../core/model/json';
import { answerAt, withAnswer } from '../core/onboarding/answers';
import { answersOf } from '../core/onboarding/new-answers';
import type { ImportedAnswers, ImportQuestion } from '../protocol/onboarding';

/** The answers that a connector in Azure gives; what a file has no words for stays in them, under `arm`. */
export function onboardingImport({ body, context }: ImportQuestion): ImportedAnswers {
  const imported = fromArmBody(body, context);
  if (!imported.ok) return { ok: false, message: imported.error.message };
  const text = toConnectorText(imported.value.connector, { format: 'json' });
  const { root } = readDocument(text, formatOf('imported.connector.json', text));
  const plain = root ? toPlain(root) : {};
  const answers = answersOf(isJsonObject(plain) ? plain : {});
  const known = answerAt(answers, 'azure.tenant') === unknownTenant ? withAnswer(answers, 'azure.tenant', '') : answers;
  return { ok: true, answers: known, notes: imported.value.notes };
}
