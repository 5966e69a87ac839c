/** Name of the definition that holds the report of an edition. */
export const editionDefinition = (id: string): string => `report-${id}`;
