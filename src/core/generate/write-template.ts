import { stringify } from 'yaml';
import { limit } from '../catalog/limit';
import { utf8Length } from './utf8-length';

export interface WrittenTemplate {
  readonly text: string;
  readonly format: 'json' | 'yaml';
  /** Of the text in UTF-8. */
  readonly bytes: number;
  /** Up to which CloudFormation takes the text in a request; a larger one has to lie in an S3 bucket. */
  readonly limit: number;
  readonly minified: boolean;
}

/** JSON is written without white space where that, and only that, lets CloudFormation take it in a request. */
export function writeTemplate(body: unknown, format: 'json' | 'yaml'): WrittenTemplate {
  const most = limit('templateBodyBytes');
  const text = format === 'json' ? `${JSON.stringify(body, null, 2)}\n` : toYaml(body);
  const bytes = utf8Length(text);
  if (format === 'json' && bytes > most) {
    const short = JSON.stringify(body);
    const shortBytes = utf8Length(short);
    if (shortBytes <= most) return { text: short, format, bytes: shortBytes, limit: most, minified: true };
  }
  return { text, format, bytes, limit: most, minified: false };
}

/** CloudFormation reads YAML 1.1, where more plain words are dates and truth values than in 1.2. */
const toYaml = (body: unknown): string =>
  stringify(body, { version: '1.1', lineWidth: 0, indentSeq: false, aliasDuplicateObjects: false });
