import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../json';
import { ServiceError } from '../../service-error';
import { generatedName, textOf } from './property-values';
import type { HandlerContext, MadeResource, ResourceHandler } from './resource-handler';

export interface StoredKind {
  readonly type: string;
  /** Service prefix and the names of its calls. */
  readonly calls: ResourceHandler['calls'];
  readonly nameProperty?: string;
  readonly mostNameChars?: number;
  /** False for types that CloudFormation does not look at for drift. */
  readonly hasDrift?: boolean;
  /** What Ref and GetAtt give for a resource of this name. */
  made(context: HandlerContext, name: string): MadeResource;
}

/** A handler for a resource that is kept as data: names conflict, properties can be read back, nothing runs. */
export function storedResource(kind: StoredKind): ResourceHandler {
  const keyOf = (physicalId: string) => `${kind.type} ${physicalId}`;
  const put = ({ account, region }: HandlerContext, physicalId: string, properties: JsonObject): void =>
    void account.others.set(keyOf(physicalId), { type: kind.type, region, properties });
  const require = ({ account }: HandlerContext, physicalId: string): void => {
    if (account.others.has(keyOf(physicalId))) return;
    throw new ServiceError('ResourceNotFoundException', `Resource of type '${kind.type}' with identifier '${physicalId}' was not found.`, 404);
  };
  return {
    calls: kind.calls,
    create(context, properties) {
      const given = kind.nameProperty === undefined ? undefined : textOf(properties, kind.nameProperty);
      const name = given ?? (kind.nameProperty === undefined ? randomUUID() : generatedName(context, kind.mostNameChars));
      const resource = kind.made(context, name);
      if (context.account.others.has(keyOf(resource.physicalId))) {
        throw new ServiceError('AlreadyExists', `Resource of type '${kind.type}' with identifier '${resource.physicalId}' already exists.`, 409);
      }
      put(context, resource.physicalId, properties);
      return resource;
    },
    update(context, physicalId, properties) {
      require(context, physicalId);
      put(context, physicalId, properties);
      return kind.made(context, nameIn(physicalId));
    },
    remove(context, physicalId) {
      require(context, physicalId);
      context.account.others.delete(keyOf(physicalId));
    },
    ...(kind.hasDrift !== false && {
      read: ({ account }: HandlerContext, physicalId: string) => account.others.get(keyOf(physicalId))?.properties,
    }),
  };
}

/** Physical ids are names, addresses or ARNs that end in the name. */
const nameIn = (physicalId: string): string => physicalId.split(/[/:]/).at(-1) ?? physicalId;
