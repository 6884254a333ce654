/** The copy button of an answer. */

import { html, type TemplateResult } from 'lit'
import { texts } from '../texts.de.ts'
import { icon } from './icons.ts'

export type CopyState = 'idle' | 'copied' | 'failed'

const labels: Record<CopyState, string> = {
  idle: texts.answer.copy,
  copied: texts.answer.copied,
  failed: texts.answer.copyFailed,
}

export function renderCopyAction(state: CopyState, copy: () => void): TemplateResult {
  return html`<button class="button quiet" type="button" @click=${copy}>
    ${icon(state === 'copied' ? 'check' : 'copy', 18)}${labels[state]}
  </button>`
}

/** Puts a text on the clipboard, also on plain http, where `navigator.clipboard` does not exist. */
export async function copyText(text: string): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // Denied by permission or by an iframe's policy: the older way may still be allowed.
  }
  return copyByCommand(text)
}

function copyByCommand(text: string): boolean {
  let copied = false
  const listener = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    copied = true
  }
  document.addEventListener('copy', listener, { once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', listener)
  return copied
}
