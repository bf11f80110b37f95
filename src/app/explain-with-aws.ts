import { withDecodedReason } from '../core/diagnose/decoded-reason';
import { explainError } from '../core/diagnose/explain-error';
import type { Explanation } from '../core/diagnose/explanation';
import type { Problem } from '../core/model/problem';
import { err, ok, type Result } from '../core/model/result';
import type { Control } from './control';
import type { DeploymentPorts } from './ports';

/** Explains an error; the reason that AWS encoded is decoded where the profile may. */
export async function explainWithAws({ authorization, profile }: Pick<DeploymentPorts, 'authorization' | 'profile'>, text: string, { signal }: Control = {}): Promise<Result<Explanation>> {
  const explanation = explainError(text);
  const encoded = explanation.values['encoded'];
  if (!explanation.actions.includes('decode') || encoded === undefined) return ok(explanation);
  const decoded = await authorization.decode(encoded, signal);
  return decoded.ok ? ok(withDecodedReason(explanation, decoded.value)) : err(undecoded(profile, decoded.error));
}

/** STS API reference, DecodeAuthorizationMessage (read on 2026-11-28): who may, and that a message expires. */
function undecoded(profile: string, problem: Problem): Problem {
  if (problem.code === 'accessDenied')
    return {
      ...problem,
      message: `Profile ${profile} may not decode the reason: it lacks sts:DecodeAuthorizationMessage.`,
      action: 'Choose a profile that has this permission, or send the encoded text to an administrator of the account.',
    };
  if (!/InvalidAuthorizationMessage/.test(problem.detail ?? '')) return problem;
  return {
    ...problem,
    code: 'invalidInput',
    message: `AWS cannot decode the text with profile ${profile}: it is not whole, or has expired.`,
    action: 'Copy all of the encoded text, without line breaks. If it is old, do again what was denied, and take the new text.',
  };
}
