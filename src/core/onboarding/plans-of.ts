import { readDocument } from '../document/read-document';
import { toConnector } from '../document/to-connector';
import type { Connector } from '../model/connector';
import { answerAt, type Answers } from './answers';
import { newAnswers } from './new-answers';

/** Plans and role names that were chosen so far, though the rest of the answers may be missing. Undefined when they break the schema. */
export function plansOf(answers: Answers): Pick<Connector, 'plans' | 'roles'> | undefined {
  const id = '00000000-0000-0000-0000-000000000000';
  const whole = {
    ...newAnswers,
    name: 'unnamed',
    account: { id: '000000000000' },
    azure: { tenant: id, subscription: id, resourceGroup: 'unnamed', location: 'unnamed' },
    plans: answerAt(answers, 'plans') ?? {},
    roles: answerAt(answers, 'roles') ?? {},
  };
  return toConnector(readDocument(JSON.stringify(whole), 'json'));
}
