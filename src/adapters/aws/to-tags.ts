import type { Tag } from '@aws-sdk/client-iam';
import type { Tags } from '../../core/model/iam-role';

export const toTags = (tags: readonly Tag[] = []): Tags =>
  Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]));
