/** Starts a real Chromium: the system's own where there is one, else the one that `@sparticuz/chromium` carries. */

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { type Browser, chromium as launcher } from 'playwright-core'

const systemPaths = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Nothing but the pages under test may reach for the network. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const packageFolder = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '..', '..')

export function hasBrowser(): boolean {
  return findSystemBrowser() !== undefined || (process.platform === 'linux' && process.arch === 'x64')
}

function findSystemBrowser(): string | undefined {
  return systemPaths.find((path) => path && existsSync(path))
}

export async function launchBrowser(): Promise<Browser> {
  const systemPath = findSystemBrowser()
  if (systemPath) return launcher.launch({ executablePath: systemPath, args: flags })
  const folder = await extractChromium()
  return launcher.launch({
    executablePath: join(folder, 'chromium'),
    args: [...flags, '--no-zygote', '--font-render-hinting=none'],
    env: libraryEnvironment(folder),
  })
}

/**
 * Unpacks the package's archives into a folder that appears complete or not at all: two test files may start at the
 * same time, and a killed run must not leave half a browser behind.
 */
async function extractChromium(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(tmpdir(), `fundstelle-chromium-${version}`)
  if (existsSync(join(folder, 'chromium'))) return folder
  const unpacked = mkdtempSync(join(tmpdir(), 'fundstelle-chromium-'))
  await unpackInto(unpacked)
  try {
    renameSync(unpacked, folder)
  } catch {
    rmSync(unpacked, { recursive: true, force: true })
  }
  return folder
}

/** The package unpacks to the temporary folder that the process has at that moment. */
async function unpackInto(folder: string): Promise<void> {
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    const bin = join(packageFolder, 'bin')
    await chromium.executablePath(bin)
    await inflate(join(bin, 'al2023.tar.br'))
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

/** What the system lacks (NSS and other libraries, a font configuration) is taken from the package. */
function libraryEnvironment(folder: string): Record<string, string> {
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(folder, 'fonts')
  if (lacksLibraries(join(folder, 'chromium')))
    env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return env
}

function lacksLibraries(executable: string): boolean {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found')
  } catch {
    return false
  }
}
