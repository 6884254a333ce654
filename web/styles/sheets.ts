/** The style sheets that elements share, as constructable sheets: no inline styles, so a strict CSP holds. */

import kernTokens from 'virtual:kern-tokens'
import { type CSSResult, unsafeCSS } from 'lit'
import shared from './shared.css?inline'
import theme from './theme.css?inline'

/** Own files only: nothing from outside ever becomes a style sheet. */
export function toSheet(css: string): CSSResult {
  return unsafeCSS(css)
}

export const sharedSheet = toSheet(shared)
export const themeSheet = toSheet(`:root,:host{${kernTokens}}${theme}`)
