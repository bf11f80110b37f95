import { createDefaultHttpClient, createEmptyPipeline, createHttpHeaders, createPipelineRequest, proxyPolicy } from '@azure/core-rest-pipeline';
import { isLoopback } from './endpoint';

export interface FormAnswer {
  readonly status: number;
  readonly text: string;
}

/** Posts a form once. What it holds is a secret: nothing of it is logged, and it follows no redirect. */
export async function postForm(url: string, fields: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<FormAnswer> {
  const pipeline = createEmptyPipeline();
  if (!isLoopback(url)) pipeline.addPolicy(proxyPolicy());
  const request = createPipelineRequest({
    url,
    method: 'POST',
    headers: createHttpHeaders({ 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }),
    body: new URLSearchParams(fields).toString(),
    timeout: 30_000,
    allowInsecureConnection: isLoopback(url),
    ...(signal ? { abortSignal: signal } : {}),
  });
  const { status, bodyAsText } = await pipeline.sendRequest(createDefaultHttpClient(), request);
  return { status, text: bodyAsText ?? '' };
}
