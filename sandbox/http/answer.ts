import { randomUUID } from 'node:crypto';
import { ServiceError } from '../service-error';
import { jsonError } from '../services/json-service';
import { jsonServices } from '../services/json-services';
import { toXml, type XmlObject } from './xml';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  readonly errorCode?: string;
}

/** The XML namespaces of the query services, from their API models. */
const namespaces: Readonly<Record<string, string>> = {
  cloudformation: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  rds: 'http://rds.amazonaws.com/doc/2014-10-31/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
};

export function resultAnswer(service: string, operation: string, result: XmlObject): Answer {
  const requestId = randomUUID();
  const body =
    `<${operation}Response xmlns="${namespaces[service] ?? ''}">` +
    toXml(`${operation}Result`, result, service === 'rds' ? 'flat' : 'member') +
    toXml('ResponseMetadata', { RequestId: requestId }) +
    `</${operation}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body };
}

export function errorAnswer(service: string, error: ServiceError): Answer {
  if (service === 'eks' || service in jsonServices) return jsonError(error);
  const requestId = randomUUID();
  const Error = { Type: error.status >= 500 ? 'Receiver' : 'Sender', Code: error.code, Message: error.message };
  const body =
    service === 's3'
      ? toXml('Error', { Code: error.code, Message: error.message, RequestId: requestId })
      : toXml('ErrorResponse', { Error, RequestId: requestId });
  return {
    status: error.status,
    headers: { 'content-type': service === 's3' ? 'application/xml' : 'text/xml', 'x-amzn-requestid': requestId, ...error.headers },
    body,
    errorCode: error.code,
  };
}
