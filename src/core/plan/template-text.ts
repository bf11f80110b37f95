import { limit } from '../catalog/limit';
import type { TemplateBody } from './template-body';
import { utf8Bytes, type TemplateText } from './template-source';

/** A template as it is, not minified and at no address. */
export const templateText = (text: string, body: TemplateBody): TemplateText => ({
  text,
  body,
  bytes: utf8Bytes(text),
  limit: limit('templateBodyBytes'),
  minified: false,
});
