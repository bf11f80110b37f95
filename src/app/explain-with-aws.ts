import { withDecodedReason } from '../core/diagnose/decoded-reason';
import { explainError } from '../core/diagnose/explain-error';
import type { Explanation } from '../core/diagnose/explanation';
import { ok, type Result } from '../core/model/result';
import type { Control } from './control';
import type { DeploymentPorts } from './ports';

/** Explains an error; the reason that AWS encoded is decoded where the profile may. */
export async function explainWithAws({ authorization }: Pick<DeploymentPorts, 'authorization'>, text: string, { signal }: Control = {}): Promise<Result<Explanation>> {
  const explanation = explainError(text);
  const encoded = explanation.values['encoded'];
  if (!explanation.actions.includes('decode') || encoded === undefined) return ok(explanation);
  const decoded = await authorization.decode(encoded, signal);
  return decoded.ok ? ok(withDecodedReason(explanation, decoded.value)) : decoded;
}
