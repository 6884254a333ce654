/** Light, dark or as the system says. The choice alone is kept in the browser. */

export type Theme = 'system' | 'light' | 'dark'

const storageKey = 'fundstelle-theme'
export const themes: Theme[] = ['system', 'light', 'dark']

export function loadTheme(): Theme {
  try {
    const stored = localStorage.getItem(storageKey) as Theme | null
    return stored && themes.includes(stored) ? stored : 'system'
  } catch {
    // Storage may be forbidden by policy; the page works without.
    return 'system'
  }
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem(storageKey, theme)
  } catch {
    // See loadTheme.
  }
}
