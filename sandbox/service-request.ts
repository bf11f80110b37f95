import type { QueryInput } from './http/query-input';
import type { XmlObject } from './http/xml';
import type { AccountState, Session, World } from './world';

/** One call of a query-protocol operation, with its caller known. */
export interface ServiceRequest {
  readonly world: World;
  readonly account: AccountState;
  readonly session: Session;
  readonly region: string;
  readonly input: QueryInput;
}

/** Answers with the members of the operation's result; refuses by throwing a ServiceError. */
export type Operation = (request: ServiceRequest) => XmlObject;

export type OperationTable = Readonly<Record<string, Operation>>;
