import { isKnownAction } from '../../catalog/known-action';
import { nearest } from '../nearest';
import { allPublishedActions } from './needed-permissions';

/** The action that a misspelt one was meant to be; undefined for actions that exist, and where nothing is near. */
export function meantAction(action: string): string | undefined {
  const known = kept.get(action);
  if (known !== undefined) return known?.meant;
  const meant = isKnownAction(action) === false ? nearest(action, allPublishedActions(), 2) : undefined;
  if (kept.size >= mostKept) kept.clear();
  kept.set(action, { meant });
  return meant;
}

/** Policies name the same actions again and again. */
const kept = new Map<string, { readonly meant: string | undefined }>();

const mostKept = 5_000;
