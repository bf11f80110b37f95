import * as vscode from 'vscode';
import { settingDefaults } from './contributions';

type SettingValue<K extends keyof typeof settingDefaults> = (typeof settingDefaults)[K] extends number ? number : (typeof settingDefaults)[K] extends boolean ? boolean : string;

/** A setting's value, or its default where the settings file holds a value of another type. */
export function readSetting<K extends keyof typeof settingDefaults>(key: K): SettingValue<K> {
  const value: unknown = vscode.workspace.getConfiguration('defenderConnectors').get(key);
  const fallback = settingDefaults[key];
  return (typeof value === typeof fallback ? value : fallback) as SettingValue<K>;
}
