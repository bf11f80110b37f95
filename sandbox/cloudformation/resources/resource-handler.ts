import type { JsonObject } from '../../json';
import type { AccountState, Session, World } from '../../world';

/** In whose name and where a resource is made. */
export interface HandlerContext {
  readonly world: World;
  readonly account: AccountState;
  readonly session: Session;
  readonly region: string;
  readonly stackName: string;
  readonly stackId: string;
  readonly logicalId: string;
  /** Tags of the stack, which pass on to its resources. */
  readonly stackTags: readonly { readonly Key: string; readonly Value: string }[];
}

export interface MadeResource {
  /** What `Ref` gives. */
  readonly physicalId: string;
  /** What `Fn::GetAtt` gives. */
  readonly attributes: JsonObject;
}

export interface ResourceHandler {
  /** The service's calls behind each step, for faults and for the words of a refusal. */
  readonly calls: { readonly create: string; readonly update: string; readonly remove: string };
  /** How an import names what it takes over; absent where the sandbox imports none of the type. */
  readonly imported?: {
    /** The type's primary identifier. Source: the public CloudFormation resource schemas. */
    readonly identifier: string;
    find(account: AccountState, value: string): MadeResource | undefined;
  };
  /** Each refuses by throwing a ServiceError, as the service itself would. */
  create(context: HandlerContext, properties: JsonObject): MadeResource;
  update(context: HandlerContext, physicalId: string, properties: JsonObject, before: JsonObject): MadeResource;
  remove(context: HandlerContext, physicalId: string, properties: JsonObject): void;
  /** The properties as they are now, or undefined where the resource is gone. Absent where the type has no drift detection. */
  read?(context: HandlerContext, physicalId: string, properties: JsonObject): JsonObject | undefined;
}
