/** Azure takes `East US`, `EastUS` and `eastus` for the same place. */
export const shortLocation = (location: string): string => location.toLowerCase().replaceAll(' ', '');
