import { version } from '../../package.json';
import { connectorText } from '../core/onboarding/connector-text';
import type { OnboardingOutput, OnboardingOutputQuestion } from '../protocol/onboarding';
import type { Files } from './files';
import { makeOutput } from './make-output';
import { connectorPath } from './onboarding-preview';

/** What the answers are as Terraform, as a body for Azure or as a script. Nothing is written. */
export async function onboardingOutput({ kind, question }: OnboardingOutputQuestion, files: Files): Promise<OnboardingOutput> {
  const path = connectorPath(question);
  if (path === undefined) return { ok: false, message: 'Only files on this machine can be edited here.' };
  const { before, answers } = question;
  const current = before === null ? undefined : await files.read(path);
  const text = connectorText({ text: current?.ok ? current.value : '', fileName: path, before, answers });
  const made = await makeOutput(kind, { connectorPath: path, text, generatorVersion: version }, files);
  if (!made.ok) return { ok: false, message: [made.error.message, made.error.action].filter(Boolean).join(' ') };
  return { ok: true, ...made.value };
}
