/** The page: header, the three views behind their addresses, footer. The conversation lives on while reading documents. */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { createAccessKey, tabStorage } from '../api/access-key.ts'
import { createClient } from '../api/client.ts'
import { parseRoute, type Route } from '../router.ts'
import { sharedSheet, toSheet } from '../styles/sheets.ts'
import { texts } from '../texts.de.ts'
import styles from './app.css?inline'
import './conversation.ts'
import type { ConversationElement } from './conversation.ts'
import { define } from './define.ts'
import './document-list.ts'
import './document-viewer.ts'
import { promptForKey } from './key-dialog.ts'
import type { Links } from './links.ts'
import './theme-switch.ts'
import { wordMark } from './word-mark.ts'

/** For the document: the page's frame is no shadow root, so that the skip link has a target. */
export const appSheets = [sharedSheet, toSheet(styles)]

export class AppElement extends LitElement {
  static override properties = { route: { state: true } }

  declare route: Route
  readonly #client = createClient(
    '',
    createAccessKey({ prompt: (isRefused) => promptForKey(this, isRefused), storage: tabStorage('') }),
  )
  readonly #links: Links = { urlOf: (path) => path, external: false }
  readonly #followAddress = () => this.#show(parseRoute(location.pathname, location.search))

  constructor() {
    super()
    this.route = parseRoute(location.pathname, location.search)
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('popstate', this.#followAddress)
    this.addEventListener('click', this.#followLink)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('popstate', this.#followAddress)
    this.removeEventListener('click', this.#followLink)
  }

  override render() {
    return html`
      <a class="skip" href="#inhalt">${texts.nav.skip}</a>
      <header>
        <div class="inner">
          <a class="home" href="/" aria-label=${texts.nav.home}>${wordMark()}</a>
          <nav aria-label=${texts.nav.label}>
            <ul>
              ${this.#navItem('/', texts.nav.ask, this.route.view === 'ask')}
              ${this.#navItem('/dokumente', texts.nav.documents, this.route.view !== 'ask')}
            </ul>
          </nav>
          <fundstelle-theme-switch></fundstelle-theme-switch>
        </div>
      </header>
      <main id="inhalt" tabindex="-1">
        <fundstelle-conversation
          ?hidden=${this.route.view !== 'ask'}
          .client=${this.#client}
          .links=${this.#links}
        ></fundstelle-conversation>
        ${this.#documentView()}
      </main>
      ${this.#footer()}
      <fundstelle-key-dialog></fundstelle-key-dialog>
    `
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('route')) document.title = `${this.#title()} – ${texts.titles.suffix}`
  }

  #navItem(href: string, label: string, isCurrent: boolean): TemplateResult {
    return html`<li><a href=${href} aria-current=${isCurrent ? 'page' : nothing}>${label}</a></li>`
  }

  #documentView(): TemplateResult | typeof nothing {
    if (this.route.view === 'documents')
      return html`<fundstelle-document-list .client=${this.#client} .links=${this.#links}></fundstelle-document-list>`
    if (this.route.view === 'document')
      return html`<fundstelle-document-viewer
        .client=${this.#client}
        .links=${this.#links}
        .documentId=${this.route.documentId}
        .quote=${this.route.quote}
        @loaded=${(event: CustomEvent<string>) => {
          document.title = `${event.detail} – ${texts.titles.suffix}`
        }}
        @ask-here=${(event: CustomEvent<string>) => void this.#askHere(event.detail)}
      ></fundstelle-document-viewer>`
    return nothing
  }

  #footer(): TemplateResult {
    return html`<footer>
      <div class="inner">
        <p>${texts.footer.principle} ${texts.footer.privacy}</p>
        <nav aria-label=${texts.nav.footer}>
          <ul>
            <li><a href="/demo">${texts.nav.demo}</a></li>
            <li><a href="/docs">${texts.nav.api}</a></li>
            <li><a href="/licences.txt">${texts.nav.licences}</a></li>
          </ul>
        </nav>
      </div>
    </footer>`
  }

  #title(): string {
    return this.route.view === 'ask' ? texts.titles.ask : texts.titles.documents
  }

  /** Links to views of this page change the view without a reload, so that the conversation stays. */
  #followLink = (event: MouseEvent): void => {
    const anchor = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
    if (!anchor || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || anchor.target) return
    const url = new URL(anchor.href)
    const isView = url.pathname === '/' || /^\/dokumente?(\/[^/]+)?\/?$/.test(url.pathname)
    if (url.origin !== location.origin || !isView || anchor.getAttribute('href')?.startsWith('#')) return
    event.preventDefault()
    history.pushState(null, '', url)
    this.#show(parseRoute(url.pathname, url.search))
  }

  #show(route: Route): void {
    this.route = route
    scrollTo(0, 0)
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }),
    )
  }

  async #askHere(documentId: string): Promise<void> {
    history.pushState(null, '', '/')
    this.#show({ view: 'ask' })
    await this.updateComplete
    const conversation = this.renderRoot.querySelector<ConversationElement>('fundstelle-conversation')
    if (!conversation) return
    conversation.filter = { collections: [], documentIds: [documentId] }
    await conversation.updateComplete
    await conversation.focus()
  }
}

define('fundstelle-app', AppElement)
