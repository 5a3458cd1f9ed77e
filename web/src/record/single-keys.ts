import { useSyncExternalStore } from 'react'

const key = 'openimr.single-keys'
const listeners = new Set<() => void>()

/**
 * Whether keys of one character act; a person can switch them off, so that words spoken or typed by
 * mistake do nothing (WCAG 2.1.4). Kept in this browser.
 */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => localStorage.getItem(key) !== 'off')
  return [
    on,
    (next) => {
      if (next) localStorage.removeItem(key)
      else localStorage.setItem(key, 'off')
      for (const listener of listeners) listener()
    },
  ]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
