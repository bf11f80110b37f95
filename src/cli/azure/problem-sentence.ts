import type { Problem } from '../../core/model/problem';

/** What is wrong, then what to do, in one line. */
export const problemSentence = ({ message, action }: Problem): string => [message, action].filter(Boolean).join(' ');
