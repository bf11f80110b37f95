import { isJsonObject, type Json } from '../model/json';
import { accountIdsIn } from './account-ids';
import type { FieldDefinition } from './fields';
import { tagsIn, tagsText } from './tag-list';

/** An answer as somebody types it. */
export function textOfAnswer({ kind }: Pick<FieldDefinition, 'kind'>, value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (kind === 'accounts' && Array.isArray(value)) return value.join(', ');
  if (kind === 'tags' && isJsonObject(value)) return tagsText(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What was typed, as the file takes it. Undefined: nothing, where the file may stay silent. */
export function answerFromText({ kind, missing }: Pick<FieldDefinition, 'kind' | 'missing'>, typed: string): Json | undefined {
  const text = typed.trim();
  if (text === '') return missing === null ? undefined : '';
  if (kind === 'accounts') return accountIdsIn(text);
  if (kind === 'tags') return tagsIn(text);
  if (kind === 'number' && /^\d{1,9}$/.test(text)) return Number(text);
  return text;
}
