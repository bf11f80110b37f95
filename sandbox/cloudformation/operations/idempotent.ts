import type { XmlObject } from '../../http/xml';
import { ServiceError, validationError } from '../../service-error';
import type { Operation } from '../../service-request';

/**
 * A repeated request with the same token gets the first answer and does nothing again;
 * the same token with other parameters is refused. Source: API model, ClientRequestToken and TokenAlreadyExistsException.
 */
export const idempotent =
  (name: string, operation: Operation, tokenName = 'ClientRequestToken'): Operation =>
  (request) => {
    const { account, region, input } = request;
    const token = input.text(tokenName);
    if (token === undefined) return operation(request);
    if (!/^[a-zA-Z0-9][-a-zA-Z0-9]{0,127}$/.test(token)) {
      throw validationError(
        `1 validation error detected: Value '${token}' at 'clientRequestToken' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9][-a-zA-Z0-9]*`,
      );
    }
    const key = `${region} ${token}`;
    const fingerprint = `${name} ${input.fingerprint()}`;
    const before = account.answeredTokens.get(key);
    if (before?.fingerprint === fingerprint) return before.answer as XmlObject;
    if (before) {
      throw new ServiceError('TokenAlreadyExistsException', `A client request token already exists: ${token}`);
    }
    const answer = operation(request);
    account.answeredTokens.set(key, { fingerprint, answer });
    return answer;
  };
