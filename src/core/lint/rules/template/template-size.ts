import { limit } from '../../../catalog/limit';
import type { LocatedDocument } from '../../../document/located';
import { templateRule } from '../../rule';
import { minifiedBytes, templateBytes } from '../../view/template-bytes';

/** CloudFormation counts bytes, and takes 51,200 of them in a request. */
export const templateSize = templateRule({
  id: 'template/template-size',
  severity: 'information',
  summary: 'The template fits into a request to CloudFormation, or at least into S3.',
  why: `A request to CloudFormation takes a template of 51,200 bytes. A larger one has to be uploaded to an S3 bucket
of yours first; deployment then asks for its https address, and the AWS console uploads it itself. A template without
indentation often fits, and deployment leaves it out by itself where that is enough. Over 1 MB CloudFormation takes it
from nowhere.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
  checked: '2026-11-22',

  *check({ document, resources }) {
    const bytes = templateBytes(document);
    const inRequest = limit('templateBodyBytes');
    const inBucket = limit('templateUrlBytes');
    if (bytes <= inRequest) return;
    const span = resources?.key.span ?? { start: 0, end: 0 };
    if (bytes > inBucket) {
      yield {
        span,
        severity: 'error',
        message: `The template has ${grouped(bytes)} bytes, and CloudFormation takes at most ${grouped(inBucket)}. Split it.`,
      };
      return;
    }
    const message = `The template has ${grouped(bytes)} bytes, and a request to CloudFormation takes ${grouped(inRequest)}.`;
    yield { span, message: `${message} ${advice(document, inRequest)}` };
  },
});

function advice(document: LocatedDocument, allowed: number): string {
  const minified = document.format === 'json' ? minifiedBytes(document) : Infinity;
  if (minified > allowed) return 'Upload it to an S3 bucket and deploy it from its https address.';
  return `Without indentation it has ${grouped(minified)} and fits: deployment from here sends it so; others need it in an S3 bucket.`;
}

const grouped = (bytes: number): string => String(bytes).replace(/\B(?=(?:\d{3})+$)/g, ',');
