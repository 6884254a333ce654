/** Where the program speaks to its user. Replaced in tests. */

import process from 'node:process'

export interface Terminal {
  /** Results: the only thing on standard output when `--json` is given. */
  out(text: string): void
  /** Progress, notes and errors. */
  err(text: string): void
  isInteractive: { out: boolean; err: boolean }
  columns: number
}

export function openTerminal(): Terminal {
  // A reader such as `head` may close the pipe early; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
  })
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isInteractive: { out: Boolean(process.stdout.isTTY), err: Boolean(process.stderr.isTTY) },
    columns: process.stdout.columns || 100,
  }
}

/** Longer lines are hard to read, however wide the terminal is. */
const MAX_LINE = 100
const MIN_LINE = 40

/** Breaks at blanks; every line but the first gets `indent`. Words longer than a line stay whole. */
export function wrap(text: string, columns: number, indent = ''): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, Math.min(MAX_LINE, Math.max(MIN_LINE, columns)), indent))
    .join('\n')
}

function wrapLine(line: string, columns: number, indent: string): string {
  const lead = /^\s*/.exec(line)![0]
  const [first = '', ...words] = line.slice(lead.length).split(' ')
  const lines = [lead + first]
  for (const word of words) {
    const last = lines.at(-1)!
    if (last.length + word.length + 1 <= columns) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(indent + word)
  }
  return lines.join('\n')
}

/** `1 Dokument`, `1.016 Sätze`. */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('de-DE')} ${count === 1 ? one : many}`
}
