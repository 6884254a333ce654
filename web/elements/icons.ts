/** Icons as inline SVG, so that no image has to be loaded and they take the text's colour. Decorative: always beside a name. */

import { html, svg, type TemplateResult } from 'lit'

const paths = {
  arrowRight: 'M5 12h14m-6-6 6 6-6 6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9V4h11v11h-5M4 9h11v11H4z',
  external: 'M14 4h6v6m0-6L10 14M18 14v6H4V6h6',
  stop: 'M7 7h10v10H7z',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v3m0 14v3M2 12h3m14 0h3M5 5l2 2m10 10 2 2M5 19l2-2M17 7l2-2',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  screen: 'M3 5h18v11H3zM9 20h6m-3-4v4',
  warning: 'M12 4 2.5 20h19zM12 10v5m0 2.2v.3',
  chevron: 'm6 9 6 6 6-6',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6m-6 4h6',
  question: 'M4 4h16v12H10l-4 4v-4H4z',
  restart: 'M5 12a7 7 0 1 0 2.5-5.4M5 4v4.5h4.5',
} as const

export type IconName = keyof typeof paths

export function icon(name: IconName, size = 20): TemplateResult {
  return html`<svg
    class="icon"
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${svg`<path d=${paths[name]}></path>`}
  </svg>`
}
