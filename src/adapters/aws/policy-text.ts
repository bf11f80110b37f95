import type { Json } from '../../core/model/json';

/** IAM gives policy documents as JSON in percent encoding. */
export const parseDocument = (text: string | undefined): Json => JSON.parse(decodeURIComponent(text ?? 'null')) as Json;
