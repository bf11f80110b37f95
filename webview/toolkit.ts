import { provideVSCodeDesignSystem, vsCodeButton } from '@vscode/webview-ui-toolkit';

/** Registers the components that our pages use. The only place that knows the library: pages write tag names. */
export const registerToolkit = (): void => void provideVSCodeDesignSystem().register(vsCodeButton());
