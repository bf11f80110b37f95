import json from '../../../schemas/portal-links.json';

/** The portal's own workbook on the coverage of plans. */
export const coverageWorkbook: string = json.coverageWorkbook.url;
