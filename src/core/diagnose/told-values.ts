import type { Values } from './match-pattern';
import { named } from './text-message';

/** What nearly every error of AWS tells, whichever it is: who, what, on what, in which account. */
export function toldValues(message: string): Values {
  const text = message.slice(0, 20_000);
  const principal = /(?:User|Principal): ([^\s"']{1,400})/.exec(text)?.[1];
  const resource = /on resource: ([^\s"']{1,400})/.exec(text)?.[1]?.replace(/[.,]$/, '');
  return named({
    principal,
    action: /not authorized to perform:? ?([\w-]{1,60}:\w{1,100})/i.exec(text)?.[1],
    resource,
    account: /arn:aws[\w-]{0,20}:(?:iam|sts)::(\d{12}):/.exec(principal ?? text)?.[1],
    requestId: /Request ?I[Dd]: ?([\w-]{1,60})/.exec(text)?.[1],
  });
}
