import { answerAt, type Answers } from './answers';

/** The beginning of the names of a connector's files: its name in characters that every file system takes. */
export const fileBaseName = (name: string): string =>
  name.trim().replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 100) || 'aws-account';

/** Of a connector file that is not there yet. */
export const newFileName = (answers: Answers): string => `${fileBaseName(String(answerAt(answers, 'name') ?? ''))}.connector.yaml`;
