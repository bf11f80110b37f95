import { connectorTree } from '../generate/arm/connector-tree';
import type { Connector, Plans } from '../model/connector';
import { sameJson } from '../model/json';

/** Says what was read in the words of the file that is there, and keeps what only a file can say. */
export function respell(read: Connector, file: Connector): Connector {
  const said = connectorTree(read);
  const sameAs = (change: Partial<Connector>): Partial<Connector> =>
    sameJson(connectorTree({ ...read, ...change }), said) ? change : {};
  const plans = Object.fromEntries(
    Object.entries(read.plans).map(([id, plan]) => {
      const spelled = file.plans[id as keyof Plans];
      return [id, spelled && 'plans' in sameAs({ plans: { ...read.plans, [id]: spelled } }) ? spelled : plan];
    }),
  ) as Plans;
  return {
    ...read,
    ...sameAs({ account: file.account }),
    plans: withUnsaid(plans, file.plans),
    roles: 'roles' in sameAs({ roles: file.roles }) ? file.roles : { ...unread(file, read), ...read.roles },
  };
}

/** Features that no body says; of a plan that is off in Azure nothing stays. */
function withUnsaid(plans: Plans, { defenderCspm }: Plans): Plans {
  if (!plans.defenderCspm) return plans;
  const { cloudTrailIngestion, serverlessProtection } = defenderCspm ?? {};
  return {
    ...plans,
    defenderCspm: {
      ...plans.defenderCspm,
      ...(cloudTrailIngestion === undefined ? {} : { cloudTrailIngestion }),
      ...(serverlessProtection === undefined ? {} : { serverlessProtection }),
    },
  };
}

/** Names of roles that the body does not mention. */
const unread = (file: Connector, read: Connector): Connector['roles'] =>
  Object.fromEntries(
    Object.entries(file.roles).filter(([id, name]) =>
      sameJson(connectorTree({ ...read, roles: { ...read.roles, [id]: name } }), connectorTree(read)),
    ),
  );
