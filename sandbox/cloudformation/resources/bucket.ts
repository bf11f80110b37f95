import type { JsonObject } from '../../json';
import { createBucket, deleteBucket, findBucket } from '../../s3/buckets';
import { documentOf, generatedName, textOf } from './property-values';
import type { MadeResource, ResourceHandler } from './resource-handler';

export const bucketHandler: ResourceHandler = {
  calls: { create: 's3.CreateBucket', update: 's3.PutBucketTagging', remove: 's3.DeleteBucket' },

  create(context, properties) {
    const { world, account, region } = context;
    const name = textOf(properties, 'BucketName') ?? generatedName(context, 63).toLowerCase();
    createBucket(world, { name, accountId: account.id, region });
    remember(context.account.others, name, region, properties);
    return made(name, region);
  },

  update({ world, account, region }, name, properties) {
    findBucket(world, name, account.id);
    remember(account.others, name, region, properties);
    return made(name, region);
  },

  remove({ world, account }, name) {
    deleteBucket(world, findBucket(world, name, account.id));
    account.others.delete(`arn:aws:s3:::${name}`);
  },

  read({ world, account }, name) {
    return world.buckets.has(name) ? account.others.get(`arn:aws:s3:::${name}`)?.properties : undefined;
  },
};

export const bucketPolicyHandler: ResourceHandler = {
  calls: { create: 's3.PutBucketPolicy', update: 's3.PutBucketPolicy', remove: 's3.DeleteBucketPolicy' },

  create({ world, account }, properties) {
    const bucket = findBucket(world, textOf(properties, 'Bucket') ?? '', account.id);
    bucket.policy = documentOf(properties, 'PolicyDocument');
    return { physicalId: bucket.name, attributes: {} };
  },

  update(context, _physicalId, properties) {
    return this.create(context, properties);
  },

  remove({ world, account }, name) {
    findBucket(world, name, account.id).policy = undefined;
  },
};

type Others = Parameters<ResourceHandler['create']>[0]['account']['others'];

const remember = (others: Others, name: string, region: string, properties: JsonObject): void =>
  void others.set(`arn:aws:s3:::${name}`, { type: 'AWS::S3::Bucket', region, properties: { BucketName: name, ...properties } });

const made = (name: string, region: string): MadeResource => ({
  physicalId: name,
  attributes: {
    Arn: `arn:aws:s3:::${name}`,
    DomainName: `${name}.s3.amazonaws.com`,
    RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    DualStackDomainName: `${name}.s3.dualstack.${region}.amazonaws.com`,
    WebsiteURL: `http://${name}.s3-website-${region}.amazonaws.com`,
  },
});
