import type { Problem } from './problem';

/** What is wrong, then what to do. */
export const problemText = ({ message, action }: Problem): string => (action === undefined ? message : `${message} ${action}`);
