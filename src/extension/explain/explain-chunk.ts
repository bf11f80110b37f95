/** What explaining needs of the core: a file of its own, because it carries the known errors. */
export { explainError } from '../../core/diagnose/explain-error';
export { explanationMarkdown } from '../../core/report/explanation-markdown';
