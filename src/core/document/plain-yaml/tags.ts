import { isShortTag } from '../expand-short-tag';
import { code, type Source, space, unusual } from './source';

/** Reads one of CloudFormation's tags, up to the space behind it. */
export function tagAt(source: Source): string {
  const start = source.at;
  while (code(source, source.at) > space) source.at++;
  const tag = source.text.slice(start, source.at);
  if (!isShortTag(tag)) throw unusual;
  return tag;
}
