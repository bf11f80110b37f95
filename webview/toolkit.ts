import {
  provideVSCodeDesignSystem, vsCodeButton, vsCodeCheckbox, vsCodeRadio, vsCodeRadioGroup, vsCodeTextArea, vsCodeTextField,
} from '@vscode/webview-ui-toolkit';

/** Registers the component that every page uses. The only place that knows the library: pages write tag names. */
export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton());
  // The library takes the theme's colours when it hears that the window has loaded, and our scripts start after that.
  if (document.readyState === 'complete') window.dispatchEvent(new Event('load'));
}

/** Registers what a page with fields uses besides. */
export const registerFormToolkit = (): void =>
  void provideVSCodeDesignSystem().register(vsCodeCheckbox(), vsCodeRadio(), vsCodeRadioGroup(), vsCodeTextArea(), vsCodeTextField());

/** Tells assistive technology more of a field than its label. The library keeps the real input where no id reaches it. */
export function describeField(field: HTMLElement, description: string, invalid: boolean): void {
  const input = field.shadowRoot?.querySelector('input, textarea') ?? field;
  input.setAttribute('aria-description', description);
  if (invalid) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}
