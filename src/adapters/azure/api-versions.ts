/** One api-version for each kind of call; connectors carry their own (`src/core/generate/arm/api-versions.ts`). */
export const apiVersions = {
  subscriptions: '2022-12-01',
  resources: '2024-03-01',
  permissions: '2022-04-01',
  healthReports: '2023-05-01-preview',
  resourceGraph: '2022-10-01',
} as const;
