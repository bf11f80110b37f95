/** Names the credentials of the environment (`AWS_ACCESS_KEY_ID`). No profile can have this name. */
export const environmentProfile = '(environment)';
