/** What the Deployments view needs beyond activation: loaded when the first operation is noted or the view is shown. */
export { fileJournal } from '../../adapters/node/journal/file-journal';
export { operationJson, operationMarkdown } from '../../core/report/operation-report';
export { toOutcome } from '../../core/plan/to-outcome';
