import type { ArmVersion } from '../view/arm-view';

/** "api-version 2024-08-01-preview", and that we assume it where the file names none. */
export const inVersion = ({ value, assumed }: ArmVersion): string =>
  `api-version ${value}${assumed ? ' (assumed: the file names none)' : ''}`;
