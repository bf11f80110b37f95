import { armDefects } from './defects/arm';
import { connectorDefects } from './defects/connector';
import { mechanicsDefects } from './defects/mechanics';
import { parameterDefects } from './defects/parameters';
import { permissionDefects } from './defects/permissions';
import { trustDefects } from './defects/trust';
import { workloadDefects } from './defects/workloads';
import type { Defect } from './defect';

/** Each changes one thing in a file that is right otherwise. */
export const defects: readonly Defect[] = [...trustDefects, ...permissionDefects, ...mechanicsDefects, ...parameterDefects, ...workloadDefects, ...connectorDefects, ...armDefects];
