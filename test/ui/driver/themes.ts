/** The themes to look right in: by the word in a screenshot's name, the theme's id and the class VS Code then wears. */
export const themes = {
  dark: { id: 'Dark Modern', marker: 'vs-dark' },
  light: { id: 'Light Modern', marker: 'vs' },
  'high-contrast': { id: 'Default High Contrast', marker: 'hc-black' },
  'high-contrast-light': { id: 'Default High Contrast Light', marker: 'hc-light' },
} as const;

export type ThemeName = keyof typeof themes;

export const themeNames = Object.keys(themes) as readonly ThemeName[];
