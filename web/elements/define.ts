/** Registers an element once, also when page and widget both bring it. */

export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element)
}
