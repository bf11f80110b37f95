import type { ErrorMessage } from './error-message';
import type { Values } from './match-pattern';

/** A message in prose, out of the wrappers that AWS puts around it. */
export function textMessage(text: string): ErrorMessage {
  const head = text.slice(0, headLength);
  const instance = stackInstance.exec(head);
  if (instance) return { form: 'stackInstance', text, values: named({ resourceId: instance[1], resourceType: instance[2] }) };
  const command = commandLine.exec(head);
  if (command) return { form: 'commandLine', text, values: named({ code: command[1], operation: command[2] }) };
  return { form: 'text', text, values: named({ code: handlerCode.exec(head)?.[1] }) };
}

/** Wrappers stand at the beginning. */
const headLength = 5_000;

/** "An error occurred (AccessDenied) when calling the CreateRole operation: …" */
const commandLine = /An error occurred \((\w{1,100})\) when calling the (\w{1,100}) operation/;

/** "ResourceLogicalId:X, ResourceType:Y, ResourceStatusReason:Z" of a stack instance. */
const stackInstance = /ResourceLogicalId: ?([\w-]{1,255}), ?ResourceType: ?([\w:]{1,255}), ?ResourceStatusReason: ?/;

const handlerCode = /HandlerErrorCode: ?(\w{1,100})/;

/** Only what was found. */
export const named = (found: Readonly<Record<string, string | undefined>>): Values =>
  Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
