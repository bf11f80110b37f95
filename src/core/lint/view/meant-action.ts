import { isKnownAction } from '../../catalog/known-action';
import { nearest } from '../nearest';
import { allPublishedActions } from './needed-permissions';

/** The action that a misspelt one was meant to be; undefined for actions that exist, and where nothing is near. */
export const meantAction = (action: string): string | undefined =>
  isKnownAction(action) === false ? nearest(action, allPublishedActions(), 2) : undefined;
