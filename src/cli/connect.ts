import type { AwsOptions } from '../adapters/aws/index';
import { fileJournal } from '../adapters/node/journal/file-journal';
import type { JournalPort } from '../app/operation/journal';
import type { DeploymentPorts } from '../app/ports';
import { withRenewal } from '../app/operation/with-renewal';
import type { Problem } from '../core/model/problem';
import { ask, askMfaCode, canAsk } from './ask';
import { journalFolder } from './state-folder';
import type { Terminal } from './terminal';

export type ConnectedPorts = DeploymentPorts & { readonly journal: JournalPort };

/** The profile that was named, else the environment's. */
export async function connectionOf(profile: string | undefined, region: string, terminal: Terminal): Promise<AwsOptions> {
  const { environmentProfile } = await import('../adapters/aws/index');
  const standard = terminal.env['AWS_ACCESS_KEY_ID'] ? environmentProfile : 'default';
  return {
    profile: profile ?? terminal.env['AWS_PROFILE'] ?? standard,
    region,
    // The user started us in this folder, with this profile: nobody else's file chose it.
    trusted: true,
    askMfa: (serial) => askMfaCode(serial, terminal),
  };
}

/** AWS for a profile and region. When its credentials expire on the way, a person is asked to renew them, and the work goes on. */
export async function connect(profile: string | undefined, region: string, terminal: Terminal): Promise<ConnectedPorts> {
  const { createAwsPorts } = await import('../adapters/aws/index');
  const options = await connectionOf(profile, region, terminal);
  const renew = async (problem: Problem) => ((await askToRenew(problem, terminal)) ? createAwsPorts(options) : undefined);
  return { ...withRenewal(createAwsPorts(options), renew), journal: journal(terminal) };
}

export const journal = ({ env }: Terminal): JournalPort => fileJournal(journalFolder(env));

async function askToRenew({ message, action }: Problem, terminal: Terminal): Promise<boolean> {
  if (!canAsk(terminal)) return false;
  terminal.say([message, action].filter(Boolean).join(' '));
  const answer = await ask('Do that in another terminal, then press Enter to go on here; or type q to give up: ', terminal);
  return answer !== undefined && answer.trim().toLowerCase() !== 'q';
}
