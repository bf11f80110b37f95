import { ServiceError } from '../service-error';

/** Codes and statuses: the IAM API model. Texts: as public reports quote them. */
export const entityAlreadyExists = (what: string) => new ServiceError('EntityAlreadyExists', `${what} already exists.`, 409);
export const noSuchEntity = (message: string) => new ServiceError('NoSuchEntity', message, 404);
export const limitExceeded = (message: string) => new ServiceError('LimitExceeded', message, 409);
export const deleteConflict = (message: string) => new ServiceError('DeleteConflict', message, 409);
export const malformedPolicy = (message: string) => new ServiceError('MalformedPolicyDocument', message, 400);
export const invalidInput = (message: string) => new ServiceError('InvalidInput', message, 400);
