/**
 * As much of a document as our pages may use, and no more: a page that parses markup (innerHTML, insertAdjacentHTML,
 * document.write) fails on it. Elements remember their attributes and listeners, texts stay texts.
 */
export class PageElement {
  readonly children: (PageElement | string)[] = [];
  readonly attributes = new Map<string, string>();
  readonly listeners = new Map<string, () => void>();

  constructor(readonly tag: string) {}

  set innerHTML(_markup: string) {
    throw new Error('A page may not parse markup.');
  }

  get textContent(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.textContent)).join('');
  }

  set textContent(text: string) {
    this.children.splice(0, this.children.length, text);
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  /** Nothing is laid out here, so nothing is found or focused. */
  querySelector(): null {
    return null;
  }

  focus(): void {}

  hasAttribute(name: string): boolean {
    return this.attributes.has(name);
  }

  toggleAttribute(name: string, on: boolean): void {
    if (on) this.attributes.set(name, '');
    else this.attributes.delete(name);
  }

  append(...children: (PageElement | string)[]): void {
    this.children.push(...children);
  }

  prepend(...children: (PageElement | string)[]): void {
    this.children.unshift(...children);
  }

  replaceChildren(...children: (PageElement | string)[]): void {
    this.children.splice(0, this.children.length, ...children);
  }

  insertBefore(child: PageElement, following: PageElement | null): void {
    this.children.splice(following ? this.children.indexOf(following) : this.children.length, 0, child);
  }

  removeChild(child: PageElement): void {
    this.children.splice(this.children.indexOf(child), 1);
  }

  contains(): boolean {
    return false;
  }

  addEventListener(type: string, listener: () => void): void {
    this.listeners.set(type, listener);
  }

  /** This element and all below it. */
  *all(): Iterable<PageElement> {
    yield this;
    for (const child of this.children) if (typeof child !== 'string') yield* child.all();
  }

  find(tag: string, text: string): PageElement | undefined {
    return [...this.all()].find((element) => element.tag === tag && element.textContent === text);
  }
}

/** The page before its first view, as the extension's HTML has it. */
export function pageDocument() {
  const page = Object.assign(new PageElement('main'), { ownerDocument: { activeElement: null } });
  const status = new PageElement('p');
  const made = {
    activeElement: null,
    createElement: (tag: string) => new PageElement(tag),
    getElementById: (id: string) => ({ page, status })[id] ?? null,
  };
  // The view asks for a Document; it gets the part it is allowed to use.
  return { page, status, document: made as unknown as Document };
}

/** A page without a screen draws at once. */
Object.assign(globalThis, { requestAnimationFrame: (draw: (time: number) => void) => (draw(0), 0) });
