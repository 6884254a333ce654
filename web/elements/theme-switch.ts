/** Three radio buttons as one small control. */

import { html, LitElement } from 'lit'
import { sharedSheet, toSheet } from '../styles/sheets.ts'
import { texts } from '../texts.de.ts'
import { applyTheme, loadTheme, type Theme, themes } from '../theme.ts'
import { define } from './define.ts'
import { type IconName, icon } from './icons.ts'
import styles from './theme-switch.css?inline'

const icons: Record<Theme, IconName> = { system: 'screen', light: 'sun', dark: 'moon' }

export class ThemeSwitch extends LitElement {
  static override styles = [sharedSheet, toSheet(styles)]
  static override properties = { theme: { state: true } }

  declare theme: Theme

  constructor() {
    super()
    this.theme = loadTheme()
  }

  override render() {
    return html`<fieldset>
      <legend class="visually-hidden">${texts.theme.label}</legend>
      ${themes.map(
        (theme) => html`<label title=${texts.theme[theme]}>
          <input
            type="radio"
            name="theme"
            value=${theme}
            .checked=${theme === this.theme}
            @change=${() => this.#choose(theme)}
          />
          ${icon(icons[theme], 18)}<span class="visually-hidden">${texts.theme[theme]}</span>
        </label>`,
      )}
    </fieldset>`
  }

  #choose(theme: Theme): void {
    this.theme = theme
    applyTheme(theme)
  }
}

define('fundstelle-theme-switch', ThemeSwitch)
