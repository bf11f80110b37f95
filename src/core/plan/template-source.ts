import { err, ok, type Result } from '../model/result';
import type { TemplateSize } from './deployment-preview';
import type { TemplateBody } from './template-body';

/** A template in the request itself (at most 51,200 bytes), or at an https address in S3. */
export type TemplateSource = { readonly body: string } | { readonly url: string };

export interface TemplateText extends TemplateSize {
  readonly text: string;
  readonly body: TemplateBody;
  /** Where the same text lies in S3. */
  readonly url?: string | undefined;
  /** The connector file wants it from there, whatever its size. */
  readonly byUrl?: boolean;
}

/** How a template travels: as it is, else minified, else from S3. */
export function templateSource(template: TemplateText): Result<{ readonly source: TemplateSource; readonly size: TemplateSize }> {
  const { text, url, limit } = template;
  const size = { bytes: utf8Bytes(text), limit, minified: template.minified };
  if (url !== undefined && template.byUrl) return ok({ source: { url }, size });
  if (size.bytes <= limit) return ok({ source: { body: text }, size });
  const minified = JSON.stringify(template.body);
  const small = { bytes: utf8Bytes(minified), limit, minified: true };
  if (small.bytes <= limit) return ok({ source: { body: minified }, size: small });
  if (url !== undefined) return ok({ source: { url }, size });
  return err({
    code: 'invalidInput',
    message: `The template has ${grouped(small.bytes)} bytes even without white space; a request to CloudFormation carries at most ${grouped(limit)}.`,
    action:
      'Upload the template file as it is to an S3 bucket of yours in the region of the stack and give its https address ' +
      '(command line: --template-url), have it uploaded (--template-bucket), or turn off plans that are not needed.',
  });
}

/** What is wrong with an address for a template, in words; undefined when nothing is. */
export function templateUrlMistake(url: string): string | undefined {
  if (/^https:\/\/[^\s/]+\/\S+$/i.test(url)) return undefined;
  return 'The address of a template begins with https:// and names an object in an S3 bucket.';
}

/** The limit counts bytes of the request, not characters. */
export const utf8Bytes = (text: string) => [...text].reduce((sum, character) => sum + widthOf(character.codePointAt(0) ?? 0), 0);

const widthOf = (code: number) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
