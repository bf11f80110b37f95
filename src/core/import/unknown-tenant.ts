/** Stands in a file where the Entra tenant is not known: Azure's body of a connector does not name it. */
export const unknownTenant = '00000000-0000-0000-0000-000000000000';
