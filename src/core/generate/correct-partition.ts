import { catalog } from '../catalog/catalog';

/** Published permissions write the partition out; a generated template asks CloudFormation for it. */
export const correctPartition = (text: string): string =>
  partitions.reduce((result, { published, ours }) => result.split(published).join(ours), text);

const partitions = catalog.corrections
  .filter(({ subject }) => subject === 'partition')
  .flatMap(({ published, ours }) => published.map((text, index) => ({ published: text, ours: ours[index] ?? text })));
