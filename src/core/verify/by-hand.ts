import { handPreconditions, preconditionPage } from '../catalog/preconditions';
import type { HandCheck } from '../model/verification';
import type { Subject } from './check';
import { filledScript } from './filled-script';

/** What the connector's plans ask for and no verification looks at: said, so that nobody takes silence for a yes. */
export const byHand = ({ connector: { account }, features: on }: Pick<Subject, 'connector' | 'features'>): readonly HandCheck[] =>
  handPreconditions
    .filter(({ accounts, features }) => (accounts === 'all' || account.type === accounts) && (features === null || features.some((feature) => on.includes(feature))))
    .map((fact) => {
      const { id, name, why, steps, script } = fact;
      return { id, name, why, steps, script: script === null ? null : filledScript(script, { account: account.id }), reference: preconditionPage(fact) };
    });
