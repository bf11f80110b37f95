/** The content of a body sent as `aws-chunked`: sized chunks, each with an optional signature, then trailers. */
export function readChunkedBody(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  let position = 0;
  while (position < body.length) {
    const lineEnd = body.indexOf('\r\n', position);
    if (lineEnd < 0) break;
    const size = parseInt(body.toString('latin1', position, lineEnd).split(';')[0] ?? '', 16);
    if (!(size > 0)) break;
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    position = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
